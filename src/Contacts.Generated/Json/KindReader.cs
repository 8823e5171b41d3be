using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Contacts.Generated;

/// <summary>Reads a value as the class of its kind.</summary>
internal static class KindReader
{
    private static readonly MemberNames _names = new();

    /// <exception cref="JsonException">The value is not an object, or a value in it cannot be read.</exception>
    public static T? Read<T>(byte[] utf8)
        where T : class, IOpenModel, new() =>
        ModelReader.ReadModel<T>(utf8, new ReadOptions("", "", RefuseUnreadable.Instance, CancellationToken.None), _names);
}

/// <summary>Writes the members of a base class whose own kind is unknown.</summary>
internal static class KindWriter
{
    public static void WriteMember<T>(Utf8JsonWriter writer, string name, T value, JsonSerializerOptions options)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        }
    }

    /// <summary>Writes the fields without a member, and the members that were received as null.</summary>
    public static void WriteFields(Utf8JsonWriter writer, IOpenModel model)
    {
        foreach (var field in model.AdditionalProperties)
        {
            writer.WritePropertyName(field.Key);
            PlainValueWriter.Write(writer, PlainValue.From(field.Value));
        }
    }
}
