namespace Contacts.Generated.Benchmarks.Server;

/// <summary>What the server pretends, set for each scenario.</summary>
/// <param name="Total">How many contacts there are.</param>
/// <param name="Latency">What a page waits before it is sent, in milliseconds.</param>
/// <param name="WithUnknown">Whether contacts have fields that no contract declares.</param>
internal sealed record ServerSettings(int Total, int Latency, bool WithUnknown);
