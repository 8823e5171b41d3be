using System.Net.Sockets;
using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>Sends given bytes to whoever connects and asks, then closes: for answers that no server would give.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly SocketServer _server;
    private readonly byte[] _answer;

    public RawServer(string answer)
    {
        _answer = Encoding.Latin1.GetBytes(answer);
        _server = new SocketServer(AnswerAsync);
    }

    public Uri Address => _server.Address;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(TcpClient client, NetworkStream stream, CancellationToken cancellationToken)
    {
        using (client)
        {
            var request = new byte[16 * 1024];
            var length = 0;
            while (!request.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
            {
                var read = await stream.ReadAsync(request.AsMemory(length), cancellationToken);
                if (read == 0)
                {
                    return;
                }

                length += read;
            }

            await stream.WriteAsync(_answer, cancellationToken);
        }
    }
}
