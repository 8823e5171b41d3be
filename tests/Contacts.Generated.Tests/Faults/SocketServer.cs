using System.Net;
using System.Net.Sockets;

namespace Contacts.Generated.Tests;

/// <summary>Accepts connections on loopback, one after the other, and leaves them to the test: for what no server would do.</summary>
internal sealed class SocketServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Func<TcpClient, NetworkStream, CancellationToken, Task> _answer;
    private readonly Task _running;

    public SocketServer(Func<TcpClient, NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri("http://127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port);
        _running = RunAsync();
    }

    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        // The loop ends by its token: a listener that is disposed under it throws one of several exceptions, by the moment.
        await _ended.CancelAsync();
        await _running;
        _listener.Dispose();
        _ended.Dispose();
    }

    private async Task RunAsync()
    {
        var open = new List<TcpClient>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_ended.Token);
                open.Add(client);
                await AnswerAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }

        open.ForEach(static client => client.Dispose());
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            await _answer(client, client.GetStream(), _ended.Token);
        }
        catch (IOException)
        {
            // The client gave up first.
        }
    }
}
