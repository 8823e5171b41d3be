using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>Sends given bytes to whoever connects and asks, then closes: for answers that no server would give.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly byte[] _answer;
    private readonly Task _running;

    public RawServer(string answer)
    {
        _answer = Encoding.Latin1.GetBytes(answer);
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
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_ended.Token);
                await AnswerAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            await using var stream = client.GetStream();
            var request = new byte[16 * 1024];
            var length = 0;
            while (!request.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
            {
                var read = await stream.ReadAsync(request.AsMemory(length), _ended.Token);
                if (read == 0)
                {
                    return;
                }

                length += read;
            }

            await stream.WriteAsync(_answer, _ended.Token);
        }
        catch (IOException)
        {
            // The client gave up first.
        }
    }
}
