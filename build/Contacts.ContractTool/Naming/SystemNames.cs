using System.Reflection;

namespace Contacts.ContractTool;

/// <summary>The names of .NET's own types in the namespaces that the SDK's code imports.</summary>
internal static class SystemNames
{
    private static readonly string[] _namespaces =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Text.Json.Serialization",
        "System.Threading", "System.Threading.Tasks",
    ];

    // Roots of namespaces, types of other namespaces that the SDK's code uses, and members of System.Text.Json's generated contexts.
    private static readonly string[] _others =
    [
        "System", "Microsoft", "Newtonsoft", "Contacts", "Activity", "ActivitySource", "Stopwatch", "Debug", "Meter", "Counter",
        "Histogram",
        "Encoding", "StringBuilder", "CultureInfo", "HttpStatusCode", "JsonSerializer", "JsonException", "Utf8JsonReader", "Utf8JsonWriter",
        "Default", "Options", "Metadata", "GetTypeInfo", "GeneratedSerializerOptions",
    ];

    private static readonly Assembly[] _assemblies =
    [
        typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(Uri).Assembly, typeof(HttpClient).Assembly,
        typeof(System.Text.Json.Serialization.JsonIgnoreAttribute).Assembly, typeof(SortedSet<int>).Assembly,
    ];

    /// <summary>Whether a generated type of that name would hide one that the code uses.</summary>
    public static bool IsTaken(string name) => _others.Contains(name) || _namespaces.Any(space => _assemblies.Any(assembly =>
        IsPublic(assembly.GetType($"{space}.{name}"))
        || Enumerable.Range(1, 3).Any(arity => IsPublic(assembly.GetType($"{space}.{name}`{arity}")))));

    private static bool IsPublic(Type? type) => type is { IsPublic: true };
}
