using System.Globalization;
using System.Text.Json.Nodes;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Web;

/// <summary>
/// The latest requests to an emulator, and a way to wait for more. Each has a running number, by which a reader goes on where it stopped;
/// a reader that is too slow misses the oldest ones, and holds up nobody.
/// </summary>
internal sealed class RequestFeed(TimeProvider clock)
{
    private const int Capacity = 500;

    private readonly object _gate = new();
    private readonly Queue<FeedEntry> _entries = new();
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _number;

    /// <summary>Adds a request. Neither its headers nor its body are kept.</summary>
    public void Add(HandledRequest handled) => Add(number => new FeedEntry(number, new JsonObject
    {
        ["number"] = number,
        ["time"] = (clock.GetUtcNow() - handled.Duration).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["method"] = handled.Request.Method,
        ["path"] = handled.Request.Path,
        ["status"] = handled.Status,
        ["operation"] = handled.Request.Operation is { Length: > 0 } operation ? operation : null,
        ["durationMs"] = Math.Round(handled.Duration.TotalMilliseconds, 1),
        ["requestId"] = handled.Request.Headers.GetValueOrDefault("x-request-id"),
    }));

    /// <summary>Forgets all requests, and tells readers that the emulator started over.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _entries.Clear();
            Add(static number => new FeedEntry(number, null));
        }
    }

    /// <summary>Whether a number was never given, so that it must be from an emulator that ran before this one.</summary>
    public bool IsAhead(long number)
    {
        lock (_gate)
        {
            return number > _number;
        }
    }

    /// <summary>The entries with a higher number.</summary>
    public IReadOnlyList<FeedEntry> After(long number)
    {
        lock (_gate)
        {
            return [.. _entries.Where(entry => entry.Number > number)];
        }
    }

    /// <summary>The entries with a higher number, as soon as there are any.</summary>
    public async Task<IReadOnlyList<FeedEntry>> WaitAfterAsync(long number, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task added;
            lock (_gate)
            {
                added = _added.Task;
            }

            if (After(number) is { Count: > 0 } entries)
            {
                return entries;
            }

            await added.WaitAsync(cancellationToken);
        }
    }

    private void Add(Func<long, FeedEntry> create)
    {
        lock (_gate)
        {
            _entries.Enqueue(create(++_number));
            if (_entries.Count > Capacity)
            {
                _entries.Dequeue();
            }

            _added.SetResult();
            _added = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}

/// <summary>Something that readers of the feed are told.</summary>
/// <param name="Number">Its running number.</param>
/// <param name="Request">The request; null if the emulator started over.</param>
internal sealed record FeedEntry(long Number, JsonObject? Request);
