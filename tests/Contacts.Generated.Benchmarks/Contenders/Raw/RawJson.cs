using System.Text.Json.Serialization;

namespace Contacts.Generated.Benchmarks.Contenders.Raw;

/// <summary>Source-generated System.Text.Json for the models above; Refit gets it too.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RawPage))]
[JsonSerializable(typeof(RawEnvelope))]
[JsonSerializable(typeof(RawUpdate))]
internal sealed partial class RawJson : JsonSerializerContext;
