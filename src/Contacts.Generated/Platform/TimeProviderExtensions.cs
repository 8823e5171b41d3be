namespace Contacts.Generated;

/// <summary>Waits by a clock that a test can set.</summary>
internal static class TimeProviderExtensions
{
    /// <summary>Waits, or does not if there is nothing to wait for.</summary>
    /// <exception cref="OperationCanceledException">The token is cancelled, also before the wait.</exception>
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
