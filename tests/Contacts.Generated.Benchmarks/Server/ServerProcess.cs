using System.Diagnostics;
using System.Net.Http.Json;
using Contacts.Generated.Benchmarks.Processes;

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

    /// <param name="processor">The processor to tie it to; null leaves it free.</param>
    public static async Task<ServerProcess> StartAsync(int? processor = null)
    {
        var process = Process.Start(ProcessorBinding.StartInfo(Environment.ProcessPath!, ["serve"], processor))!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new ServerProcess(process, new Uri(address));
    }

    public ContactsClient CreateClient() => new(new ContactsClientOptions { GatewayUrl = Address, ApiKey = "api_test_key" });

    /// <summary>Changes what the server pretends.</summary>
    public async Task ChangeAsync(ServerSettings settings)
    {
        using var http = new HttpClient();
        using var response = await http.PutAsJsonAsync(new Uri(Address, "settings"), settings);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
