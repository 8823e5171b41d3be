using System.Text.Json.Serialization;

namespace Contacts.Generated.Benchmarks.Workers;

/// <summary>A measurement as one line between the processes.</summary>
[JsonSerializable(typeof(Measurement))]
internal sealed partial class MeasurementJson : JsonSerializerContext;
