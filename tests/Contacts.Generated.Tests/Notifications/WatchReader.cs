namespace Contacts.Generated.Tests;

/// <summary>Reads a watch step by step, moving the clock on whenever the watch waits.</summary>
internal sealed class WatchReader(IAsyncEnumerator<Notification> watch, SignallingClock clock) : IAsyncDisposable
{
    private Task<bool>? _next;
    private TimeSpan? _pause;

    /// <summary>The step that is under way.</summary>
    public Task<bool> MoveNextAsync() => _next ??= watch.MoveNextAsync().AsTask();

    /// <summary>Expects a look to bring nothing, and the watch to wait this long.</summary>
    public async Task QuietAsync(TimeSpan pause)
    {
        var next = MoveNextAsync();
        MoveOn();
        var waiting = clock.Pauses.WaitToReadAsync().AsTask();
        (await Task.WhenAny(next, waiting)).Should().BeSameAs(waiting, "nothing new is there");
        _pause = await clock.Pauses.ReadAsync();
        _pause.Should().Be(pause);
        next.IsCompleted.Should().BeFalse();
    }

    /// <summary>Takes so many.</summary>
    public async Task<List<string>> TakeAsync(int count)
    {
        var ids = new List<string>();
        while (ids.Count < count)
        {
            var next = MoveNextAsync();
            MoveOn();
            var waiting = clock.Pauses.WaitToReadAsync().AsTask();
            if (await Task.WhenAny(next, waiting) == waiting)
            {
                throw new InvalidOperationException($"The watch waits again after {ids.Count} of {count}.");
            }

            (await next).Should().BeTrue();
            _next = null;
            ids.Add(watch.Current.Id);
        }

        return ids;
    }

    public async ValueTask DisposeAsync()
    {
        if (_next is null or { IsCompleted: true })
        {
            await watch.DisposeAsync();
        }
    }

    private void MoveOn()
    {
        if (_pause is { } pause)
        {
            _pause = null;
            clock.Advance(pause);
        }
    }
}
