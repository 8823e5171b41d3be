namespace Contacts.Generated;

/// <summary>
/// Limits the reading of an unsuccessful response's body to a second. What it says is worth no longer wait, and a server that sends a byte
/// now and then would hold up the caller for ever.
/// </summary>
internal sealed class ErrorBodyTimeout : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _abort;
    private ITimer? _timer;

    private ErrorBodyTimeout(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _abort = response.DisposeOn(_source.Token);
    }

    /// <summary>Reads a body and keeps as much as arrives within the limit.</summary>
    /// <param name="timeProvider">The clock. A timer is started only for a body that has not arrived yet.</param>
    /// <param name="response">The response; disposed when the limit is reached.</param>
    /// <param name="read">Reads until its token is cancelled.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async ValueTask<BodyBuffer> ReadAsync(
        TimeProvider timeProvider, HttpResponseMessage response, Func<CancellationToken, ValueTask<BodyBuffer>> read, CancellationToken cancellationToken)
    {
        using var limit = new ErrorBodyTimeout(response, cancellationToken);
        var reading = read(limit._source.Token);
        if (!reading.IsCompleted)
        {
            limit.Start(timeProvider);
        }

        return await reading.ConfigureAwait(false);
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _abort.Dispose();
        _source.Dispose();
    }

    private void Start(TimeProvider timeProvider) => _timer = timeProvider.CreateTimer(
        static source => ((CancellationTokenSource)source!).CancelSafely(), _source, _patience, Timeout.InfiniteTimeSpan);
}
