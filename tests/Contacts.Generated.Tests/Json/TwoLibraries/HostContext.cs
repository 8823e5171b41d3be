using System.Text.Json.Serialization;

namespace Contacts.Generated.Tests;

/// <summary>An application's own source-generated metadata, which leaves the SDK's models to the SDK.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HostEnvelope))]
internal sealed partial class HostContext : JsonSerializerContext;
