namespace Contacts.Generated;

/// <summary>Waits by a clock that tests can control.</summary>
internal static class TimeProviderExtensions
{
    /// <summary>Waits; returns at once if the time is zero or negative.</summary>
    /// <exception cref="OperationCanceledException">The token is cancelled before or during the wait.</exception>
    public static Task PauseAsync(this TimeProvider timeProvider, TimeSpan wait, CancellationToken cancellationToken)
    {
        if (wait <= TimeSpan.Zero)
        {
            return cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Task.CompletedTask;
        }

#if NET8_0_OR_GREATER
        return Task.Delay(wait, timeProvider, cancellationToken);
#else
        return timeProvider.Delay(wait, cancellationToken);
#endif
    }
}
