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

/// <summary>
/// A server that answers uploads from their heads alone, in the order of its script; null stands for one that takes the whole.
/// </summary>
internal sealed class EarlyServer : IAsyncDisposable
{
    private const string Done = """{"url":"https://files.test/x.png"}""";

    private readonly SocketServer _server;
    private readonly List<string> _heads = [];
    private readonly int?[] _statuses;
    private readonly Closing _closing;

    public EarlyServer(Closing closing, params int?[] statuses)
    {
        _closing = closing;
        _statuses = statuses;
        _server = new SocketServer(AnswerAsync);
    }

    public Uri Address => _server.Address;

    /// <summary>The heads of the requests, one connection after the other.</summary>
    public IReadOnlyList<string> Heads => _heads;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(TcpClient client, NetworkStream stream, CancellationToken cancellationToken)
    {
        var head = await ReadHeadAsync(stream, cancellationToken);
        var status = _statuses[Math.Min(_heads.Count, _statuses.Length - 1)];
        _heads.Add(head);
        if (status is null)
        {
            await TakeAsync(stream, head, cancellationToken);
            return;
        }

        var answer = $"HTTP/1.1 {status} Refused\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{{}}";
        await WriteAsync(stream, answer, cancellationToken);
        await CloseAsync(client, stream, cancellationToken);
    }

    private async Task CloseAsync(TcpClient client, NetworkStream stream, CancellationToken cancellationToken)
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
                while (await stream.ReadAsync(new byte[64 * 1024], cancellationToken) > 0)
                {
                }

                break;
        }
    }

    private static async Task TakeAsync(NetworkStream stream, string head, CancellationToken cancellationToken)
    {
        if (head.Contains("Expect: 100-continue", StringComparison.OrdinalIgnoreCase))
        {
            await WriteAsync(stream, "HTTP/1.1 100 Continue\r\n\r\n", cancellationToken);
        }

        var length = head.Split("\r\n").Single(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))[15..];
        await stream.ReadExactlyAsync(new byte[int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)], cancellationToken);
        var answer =
            $"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {Done.Length}\r\n\r\n{Done}";
        await WriteAsync(stream, answer, cancellationToken);
    }

    /// <summary>Byte by byte, so that nothing of the body is taken along.</summary>
    private static async Task<string> ReadHeadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head.Count > 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n'))
        {
            await stream.ReadExactlyAsync(one, cancellationToken);
            head.Add(one[0]);
        }

        return Encoding.Latin1.GetString([.. head]);
    }

    private static Task WriteAsync(NetworkStream stream, string text, CancellationToken cancellationToken) =>
        stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancellationToken).AsTask();
}
