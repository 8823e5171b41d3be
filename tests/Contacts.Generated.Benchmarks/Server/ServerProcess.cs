using System.Diagnostics;

namespace Contacts.Generated.Benchmarks.Server;

/// <summary>The server in a process of its own, so that what is measured here is the client's.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["serve"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new ServerProcess(process, new Uri(address));
    }

    public ContactsClient CreateClient() => new(new ContactsClientOptions { GatewayUrl = Address, ApiKey = "api_test_key" });

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
