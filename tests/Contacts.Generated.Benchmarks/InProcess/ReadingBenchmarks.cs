using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Contacts.Generated.Benchmarks.Contenders.Raw;
using Contacts.Generated.Benchmarks.Server;

namespace Contacts.Generated.Benchmarks.InProcess;

/// <summary>Bytes to models: a page of 100 contacts.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private readonly SystemTextJsonEngine _systemTextJson = new();
    private readonly NewtonsoftEngine _newtonsoft = new(configure: null);
    private byte[] _page = [];

    /// <summary>Whether each contact has three fields that no contract declares.</summary>
    [Params(false, true)]
    public bool WithUnknown { get; set; }

    [GlobalSetup]
    public void Prepare() => _page = new ContactBytes(WithUnknown).Page(skip: 0, limit: 100, total: 100);

    [Benchmark(Baseline = true, Description = "raw System.Text.Json")]
    public object? Raw() => JsonSerializer.Deserialize(_page, RawJson.Default.RawPage);

    [Benchmark(Description = "ours")]
    public object? Ours() => _systemTextJson.Read<ContactPage>(Envelope.Page(_page));

    [Benchmark(Description = "ours, Newtonsoft.Json")]
    public object? OursNewtonsoft() => _newtonsoft.Read<ContactPage>(Envelope.Page(_page));
}
