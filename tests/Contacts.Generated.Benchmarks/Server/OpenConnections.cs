using System.Net.NetworkInformation;

namespace Contacts.Generated.Benchmarks.Server;

/// <summary>Counts the established connections of this machine's loopback, from the system's own table.</summary>
internal static class OpenConnections
{
    /// <summary>Those to one port.</summary>
    public static int CountTo(int port) => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
        .Count(connection => connection.State == TcpState.Established && connection.RemoteEndPoint.Port == port);
}
