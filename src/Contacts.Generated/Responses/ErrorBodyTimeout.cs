namespace Contacts.Generated;

/// <summary>
/// Ends the reading of a body whose answer is known to be refused: it is worth a second, for what it says, and no more. A server that
/// sends a byte now and then would hold the caller up for ever.
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

    /// <summary>Reads a body of which as much is kept as comes within the limit.</summary>
    /// <param name="timeProvider">The clock, whose timer is set only for a body that has not come yet.</param>
    /// <param name="response">The answer; disposed when the limit runs out.</param>
    /// <param name="read">Reads until its token is cancelled.</param>
    /// <param name="cancellationToken">Ends the reading too.</param>
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
