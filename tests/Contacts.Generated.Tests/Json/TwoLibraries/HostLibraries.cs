using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newtonsoft.Json.Serialization;

namespace Contacts.Generated.Tests;

/// <summary>Reads and writes as an application of a user's own does.</summary>
internal static class HostLibraries
{
    private static readonly JsonSerializerOptions _plain = new();
    private static readonly JsonSerializerOptions _web = new(JsonSerializerDefaults.Web);
    private static readonly JsonSerializerOptions _nodes = new(JsonSerializerDefaults.Web)
    { UnknownTypeHandling = JsonUnknownTypeHandling.JsonNode };

    private static readonly JsonSerializerOptions _naming = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper,
        DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseUpper,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly JsonSerializerOptions _generated = new()
    { TypeInfoResolverChain = { ContactsJson.TypeInfoResolver, HostContext.Default } };

    public static TheoryData<HostLibrary> All => [.. Enum.GetValues<HostLibrary>()];

    /// <summary>Which one reads, and which writes what was read.</summary>
    public static TheoryData<HostLibrary, HostLibrary> Pairs
    {
        get
        {
            var pairs = new TheoryData<HostLibrary, HostLibrary>();
            foreach (var reader in Enum.GetValues<HostLibrary>())
            {
                foreach (var writer in Enum.GetValues<HostLibrary>())
                {
                    pairs.Add(reader, writer);
                }
            }

            return pairs;
        }
    }

    public static T Read<T>(this HostLibrary library, string json)
    {
        if (NewtonsoftOf(library) is not { } serializer)
        {
            return JsonSerializer.Deserialize<T>(json, OptionsOf(library))!;
        }

        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(json));
        return serializer.Deserialize<T>(reader)!;
    }

    public static string Write<T>(this HostLibrary library, T value)
    {
        if (NewtonsoftOf(library) is not { } serializer)
        {
            return JsonSerializer.Serialize(value, OptionsOf(library));
        }

        using var writer = new StringWriter();
        serializer.Serialize(writer, value, typeof(T));
        return writer.ToString();
    }

    private static JsonSerializerOptions OptionsOf(HostLibrary library) => library switch
    {
        HostLibrary.SystemTextJsonWeb => _web,
        HostLibrary.SystemTextJsonNaming => _naming,
        HostLibrary.SystemTextJsonNodes => _nodes,
        HostLibrary.SystemTextJsonSourceGenerated => _generated,
        _ => _plain,
    };

    [SuppressMessage("Security", "CA2327", Justification = "No type names are read.")]
    private static Newtonsoft.Json.JsonSerializer? NewtonsoftOf(HostLibrary library) => library switch
    {
        HostLibrary.Newtonsoft => Newtonsoft.Json.JsonSerializer.Create(),
        HostLibrary.NewtonsoftCamelCase =>
            Newtonsoft.Json.JsonSerializer.Create(new() { ContractResolver = new CamelCasePropertyNamesContractResolver() }),
        HostLibrary.NewtonsoftWithoutNulls =>
            Newtonsoft.Json.JsonSerializer.Create(new() { NullValueHandling = Newtonsoft.Json.NullValueHandling.Ignore }),
        _ => null,
    };
}
