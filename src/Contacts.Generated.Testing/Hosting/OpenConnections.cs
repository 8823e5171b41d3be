using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Contacts.Generated.Testing;

/// <summary>
/// The connections that clients keep open, so that a server that stops need not wait up to a second for each to become idle.
/// </summary>
internal sealed class OpenConnections
{
    private readonly ConcurrentDictionary<string, IConnectionLifetimeFeature> _connections = new(StringComparer.Ordinal);

    public void Track(HttpContext context)
    {
        var id = context.Connection.Id;
        if (context.Features.Get<IConnectionLifetimeFeature>() is { } connection && _connections.TryAdd(id, connection))
        {
            connection.ConnectionClosed.Register(() => _connections.TryRemove(id, out _));
        }
    }

    public void Abort()
    {
        foreach (var connection in _connections.Values)
        {
            connection.Abort();
        }
    }
}
