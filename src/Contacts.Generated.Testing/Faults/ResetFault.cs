using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace Contacts.Generated.Testing;

internal sealed class ResetFault : SandboxFault
{
    internal override Task<bool> ApplyAsync(FaultContext context)
    {
        // Without lingering, closing the socket resets the connection instead of ending it politely.
        if (context.Http.Features.Get<IConnectionSocketFeature>() is { } connection)
        {
            connection.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        context.Http.Abort();
        return Task.FromResult(true);
    }
}
