namespace Contacts.Generated;

/// <summary>
/// Remembers which credentials the service refused with 429, so that the other calls wait instead of being refused one by one. When the
/// wait is over, one call goes first; once the service accepts it, the others follow.
/// </summary>
internal sealed class HoldBack(TimeProvider timeProvider)
{
    private readonly ConditionalWeakTable<ContactsCredential, Gate> _gates = new();
    private readonly long _origin = timeProvider.GetTimestamp();
    private volatile bool _isUsed;

    /// <summary>Whether the service has never refused a call of this client, so that there is nothing to look up.</summary>
    public bool IsUnused => !_isUsed;

    public TimeSpan Now => timeProvider.GetElapsedTime(_origin);

    /// <summary>Asks to begin an attempt; asking again is harmless.</summary>
    /// <param name="call">The call, which may become the one that goes first.</param>
    /// <param name="now">The time, which is later than <see cref="Now"/> if the call skipped a wait.</param>
    /// <returns>What to wait for before asking again; null to begin.</returns>
    public Hold? Enter(Call call, TimeSpan now) => GateOf(call)?.Enter(call, now);

    /// <summary>The service refused an attempt of the call with 429.</summary>
    /// <param name="call">The call.</param>
    /// <param name="waitFor">The wait for a number of rounds, each of which ended with the refusal of the call that went first.</param>
    public void Refused(Call call, Func<int, TimeSpan> waitFor)
    {
        _isUsed = true;
        _gates.GetValue(call.Settings.Credential, static _ => new Gate()).Close(call, waitFor, Now);
    }

    /// <summary>The service accepted an attempt of the call, or the attempt ended without a word of it.</summary>
    public void Accepted(Call call) => GateOf(call)?.Open(call);

    /// <summary>The call makes no attempt after all, so another one may go first.</summary>
    public void Left(Call call) => GateOf(call)?.Leave(call);

    private Gate? GateOf(Call call) => _isUsed && _gates.TryGetValue(call.Settings.Credential, out var gate) ? gate : null;

    /// <summary>The gate of one credential.</summary>
    private sealed class Gate
    {
        /// <summary>A service may ask for days by mistake; after this time one call tries.</summary>
        private static readonly TimeSpan _longest = TimeSpan.FromHours(1);

        private readonly object _lock = new();
        private bool _isClosed;
        private int _rounds;
        private TimeSpan _until;
        private Call? _first;
        private TimeSpan _firstGivenUp;
        private TaskCompletionSource<bool>? _firstEnded;

        public Hold? Enter(Call call, TimeSpan now)
        {
            lock (_lock)
            {
                if (!_isClosed)
                {
                    return null;
                }

                if (now < _until)
                {
                    return new Hold(_until - now, First: null);
                }

                if (_first is not null && _first != call && now < _firstGivenUp)
                {
                    return new Hold(_firstGivenUp - now, _firstEnded!.Task);
                }

                // An upload may take hours to be answered, so the first call is waited for as long as for an ordinary attempt.
                _first = call;
                _firstGivenUp = now + call.Settings.AttemptTimeout;
                _firstEnded ??= new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
                return null;
            }
        }

        public void Close(Call call, Func<int, TimeSpan> waitFor, TimeSpan now)
        {
            lock (_lock)
            {
                _rounds = !_isClosed ? 0 : _first == call ? _rounds + 1 : _rounds;
                _isClosed = true;
                var wait = waitFor(_rounds);
                var until = now + (wait > _longest ? _longest : wait);
                _until = until > _until ? until : _until;
                EndFirst();
            }
        }

        public void Open(Call call)
        {
            lock (_lock)
            {
                if (_first == call)
                {
                    _isClosed = false;
                    EndFirst();
                }
            }
        }

        public void Leave(Call call)
        {
            lock (_lock)
            {
                if (_first == call)
                {
                    EndFirst();
                }
            }
        }

        private void EndFirst()
        {
            _first = null;
            _firstEnded?.SetResult(true);
            _firstEnded = null;
        }
    }
}

/// <summary>What a call that is held back waits for.</summary>
/// <param name="Time">How long to wait at most.</param>
/// <param name="First">Ends when the call that goes first has its answer; null to wait for the time only.</param>
internal readonly record struct Hold(TimeSpan Time, Task? First);
