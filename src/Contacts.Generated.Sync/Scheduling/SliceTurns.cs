using System.Threading.RateLimiting;

namespace Contacts.Generated.Sync;

/// <summary>
/// Runs slices of many organizations, a number of them at the same time. Each organization waits for its turn in one queue, at whose end it
/// is again after a slice.
/// </summary>
internal sealed class SliceTurns(int maxConcurrentSlices, TimeProvider clock)
{
    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(10);

    public async Task RunAsync(
        IReadOnlyDictionary<string, TimeSpan> organizations, Func<string, CancellationToken, Task<ContactsMirrorSlice>> runSlice,
        CancellationToken cancellationToken)
    {
        using var turns = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = maxConcurrentSlices,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
        await Task.WhenAll(organizations.Select(organization => RepeatAsync(organization.Key, organization.Value))).ConfigureAwait(false);

        async Task RepeatAsync(string organization, TimeSpan every)
        {
            var pause = _firstPause;
            while (true)
            {
                var began = clock.GetTimestamp();
                try
                {
                    while (await TakeTurnAsync(organization).ConfigureAwait(false))
                    {
                    }

                    pause = _firstPause;
                    await WaitAsync(every - clock.GetElapsedTime(began)).ConfigureAwait(false);
                }
#pragma warning disable CA1031 // the failure of one organization, which the mirror has logged, must not end the others
                catch (Exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
                {
                    await WaitAsync(pause < every ? pause : every).ConfigureAwait(false);
                    pause = pause < every ? pause * 2 : every;
                }
            }
        }

        async Task<bool> TakeTurnAsync(string organization)
        {
            using var turn = await turns.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
            return (await runSlice(organization, cancellationToken).ConfigureAwait(false)).MoreToDo;
        }

        Task WaitAsync(TimeSpan time) => Task.Delay(time > TimeSpan.Zero ? time : TimeSpan.Zero, clock, cancellationToken);
    }
}
