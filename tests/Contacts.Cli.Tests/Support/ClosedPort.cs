using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Contacts.Cli.Tests.Support;

/// <summary>
/// A port that refuses connections for as long as this lives: it is taken, so that nobody else can listen there, and nobody does.
/// </summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_socket.LocalEndPoint!).Port}");

    public void Dispose() => _socket.Dispose();
}
