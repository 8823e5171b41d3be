using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>How a server ends a connection that it answered before it had read the request.</summary>
public enum Closing
{
    /// <summary>Closes the socket; with bytes unread, the system resets the connection.</summary>
    Close,

    /// <summary>Resets the connection by intent.</summary>
    Reset,

    /// <summary>Says that it sends no more, and reads on until the client has ended.</summary>
    HalfClose,

    /// <summary>Leaves the connection open, and reads nothing more.</summary>
    KeepOpen,
}

/// <summary>A server that answers uploads from their heads alone, in the order of its script; null stands for one that takes the whole.</summary>
internal sealed class EarlyServer : IAsyncDisposable
{
    private const string Done = """{"url":"https://files.test/x.png"}""";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly List<string> _heads = [];
    private readonly int?[] _statuses;
    private readonly Closing _closing;
    private readonly Task _running;

    public EarlyServer(Closing closing, params int?[] statuses)
    {
        _closing = closing;
        _statuses = statuses;
        _listener.Start();
        Address = new Uri("http://127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port);
        _running = RunAsync();
    }

    public Uri Address { get; }

    /// <summary>The heads of the requests, one connection after the other.</summary>
    public IReadOnlyList<string> Heads => _heads;

    public async ValueTask DisposeAsync()
    {
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
            var stream = client.GetStream();
            var head = await ReadHeadAsync(stream);
            var status = _statuses[Math.Min(_heads.Count, _statuses.Length - 1)];
            _heads.Add(head);
            if (status is null)
            {
                await TakeAsync(stream, head);
                return;
            }

            await WriteAsync(stream, $"HTTP/1.1 {status} Refused\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{{}}");
            await CloseAsync(client, stream);
        }
        catch (IOException)
        {
            // The client gave up first.
        }
    }

    private async Task CloseAsync(TcpClient client, NetworkStream stream)
    {
        switch (_closing)
        {
            case Closing.Close:
                client.Close();
                break;
            case Closing.Reset:
                client.LingerState = new LingerOption(true, 0);
                client.Close();
                break;
            case Closing.HalfClose:
                client.Client.Shutdown(SocketShutdown.Send);
                while (await stream.ReadAsync(new byte[64 * 1024], _ended.Token) > 0)
                {
                }

                break;
        }
    }

    private async Task TakeAsync(NetworkStream stream, string head)
    {
        if (head.Contains("Expect: 100-continue", StringComparison.OrdinalIgnoreCase))
        {
            await WriteAsync(stream, "HTTP/1.1 100 Continue\r\n\r\n");
        }

        var length = head.Split("\r\n").Single(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))[15..];
        await stream.ReadExactlyAsync(new byte[int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)], _ended.Token);
        await WriteAsync(stream, $"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {Done.Length}\r\n\r\n{Done}");
    }

    /// <summary>Byte by byte, so that nothing of the body is taken along.</summary>
    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head.Count > 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n'))
        {
            await stream.ReadExactlyAsync(one, _ended.Token);
            head.Add(one[0]);
        }

        return Encoding.Latin1.GetString([.. head]);
    }

    private Task WriteAsync(NetworkStream stream, string text) => stream.WriteAsync(Encoding.Latin1.GetBytes(text), _ended.Token).AsTask();
}
