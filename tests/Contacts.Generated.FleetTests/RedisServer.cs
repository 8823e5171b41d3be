using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Contacts.Generated.FleetTests;

/// <summary>A Redis server of the tests' own, which keeps nothing. They run one after the other, since one of them measures.</summary>
[CollectionDefinition(nameof(RedisServer))]
public sealed class RedisServer : IDisposable, ICollectionFixture<RedisServer>
{
    private readonly Process _process;

    public RedisServer()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var port = Port.ToString(CultureInfo.InvariantCulture);
        string[] arguments = ["--bind", "127.0.0.1", "--port", port, "--save", "", "--appendonly", "no"];
        _process = Process.Start(new ProcessStartInfo("redis-server", arguments) { RedirectStandardOutput = true })!;
        while (_process.StandardOutput.ReadLine() is { } line && !line.Contains("eady to accept", StringComparison.Ordinal))
        {
        }

        // A full pipe would stop the server.
        _ = _process.StandardOutput.ReadToEndAsync();
    }

    public int Port { get; }

    public string Address => $"127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}";

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
