using Microsoft.AspNetCore.Http;

namespace Contacts.Cli.Web;

/// <summary>
/// Requests that a browser sends again by itself. It does so without telling the page if a connection that it has used before is reset,
/// as often as it has such connections; so a reset that somebody asked for would never be seen. The inbox gives each of its requests an
/// id of its own, by which the repetition is known, and it is reset too.
/// </summary>
internal sealed class BrowserRepeats
{
    private const int Capacity = 1_000;

    private readonly object _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Whether this is a request of the inbox that was received before.</summary>
    public bool Contains(HttpRequest request)
    {
        var id = request.Headers["x-request-id"].ToString();
        if (id.Length == 0 || request.Headers["Sec-Fetch-Site"] != "same-origin")
        {
            return false;
        }

        lock (_gate)
        {
            if (!_seen.Add(id))
            {
                return true;
            }

            _order.Enqueue(id);
            if (_order.Count > Capacity)
            {
                _seen.Remove(_order.Dequeue());
            }

            return false;
        }
    }
}
