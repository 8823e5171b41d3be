using System.Text.Json;
using Newtonsoft.Json.Serialization;
using JsonProperty = Newtonsoft.Json.Serialization.JsonProperty;

namespace Contacts.Generated.Testing;

/// <summary>Writes models for the emulator as this build's library does, and the fields that the service sends as null.</summary>
internal static class ModelJson
{
    private static readonly NewtonsoftEngine _engine = new(static settings => settings.ContractResolver = new Resolver());

    public static void WriteModel<T>(this Utf8JsonWriter writer, T model) => writer.WriteRawValue(_engine.Write(model));

    public static void WriteModels<T>(this Utf8JsonWriter writer, string name, IReadOnlyList<T> models)
    {
        writer.WritePropertyName(name);
        WriteModels(writer, models);
    }

    public static void WriteModels<T>(this Utf8JsonWriter writer, IReadOnlyList<T> models)
    {
        writer.WriteStartArray();
        foreach (var model in models)
        {
            writer.WriteModel(model);
        }

        writer.WriteEndArray();
    }

    private sealed class Resolver : DefaultContractResolver
    {
        protected override JsonProperty CreateProperty(
            System.Reflection.MemberInfo member, Newtonsoft.Json.MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            if (EmulatorDialect.IsSentAsNull(member.DeclaringType, property.PropertyName))
            {
                property.NullValueHandling = Newtonsoft.Json.NullValueHandling.Include;

                // A model that was read remembers that the field was null, and writes it itself.
                property.ShouldSerialize = model => property.ValueProvider!.GetValue(model) is not null
                    || model is not IOpenModel open || !open.AdditionalProperties.ContainsKey(property.PropertyName!);
            }

            return property;
        }
    }
}
