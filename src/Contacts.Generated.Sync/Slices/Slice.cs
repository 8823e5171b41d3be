using System.Globalization;

namespace Contacts.Generated.Sync;

/// <summary>
/// One slice of an organization, from top to bottom: the newest contacts, the list from where it was left, and the contacts that the list
/// did not show. Each step commits what it has together with the place to go on from, so that a slice can end, or be ended, anywhere.
/// </summary>
internal sealed class Slice(
    ContactsMirrorState state, ContactsSource source, MirrorStore store, ContactsMirrorOptions options, MirrorTelemetry telemetry,
    TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private ContactsMirrorSlice _result = new() { Organization = state.Organization, LastChange = state.LastChange };
    private bool _hasAdvanced;

    private bool IsTimeUp => clock.GetElapsedTime(_started) >= options.SliceTime;

    public async Task<ContactsMirrorSlice> RunAsync(CancellationToken cancellationToken)
    {
        // Once the pass has advanced, a call that is underway when the time is up is not waited for: the next slice repeats it. Before that
        // it is, or a pass would not get anywhere at a service that blocks the client for as long as a slice takes.
        using var timeUp = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeUp.Token);
        var calls = new Calls(timeUp, cancellationToken, either.Token);
        if (state.Stage == ContactsMirrorStage.Idle)
        {
            state.BeginPass(clock.GetUtcNow());
        }

        try
        {
            if (await ReadNewestAsync(calls).ConfigureAwait(false)
                && await ReadListAsync(calls).ConfigureAwait(false)
                && await JudgeMissingAsync(calls).ConfigureAwait(false))
            {
                await RemoveMissingAsync(calls).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (calls.EndedByTime)
        {
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            // A linked token means nothing to the caller, who may compare the exception's token with their own.
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (ContactsPermissionException refusal)
        {
            await EndAsync(ContactsMirrorBlock.Refused, refusal, calls).ConfigureAwait(false);
        }

        return _result with { MoreToDo = state.Stage != ContactsMirrorStage.Idle && !_result.GaveWay };
    }

    // Reads from the newest contact until a known one. An empty mirror knows none: it begins with one page, and the list brings the rest.
    private async Task<bool> ReadNewestAsync(Calls calls)
    {
        var isEmpty = state.Contacts == 0;
        try
        {
            await foreach (var page in source.NewestFirst(state.NewestPosition, calls.CallersToken).AsPages().ConfigureAwait(false))
            {
                var commit = await store.CompareAsync(state, page.Data, calls.CallersToken).ConfigureAwait(false);
                state.NewestPosition = commit.MetKnown || isEmpty ? null : page.Continuation;
                if (!await CommitAsync(commit, calls).ConfigureAwait(false))
                {
                    return false;
                }

                if (state.NewestPosition is null || IsTimeUp)
                {
                    break;
                }
            }
        }
        catch (ContactsException exception) when (state.NewestPosition is not null && IsCap(exception))
        {
            // More are new than the service shows from this end. The list brings them, or says that it is capped.
            state.NewestPosition = null;
        }

        return true;
    }

    // In the order of creation, in which nothing moves and what is new comes last.
    private async Task<bool> ReadListAsync(Calls calls)
    {
        if (state.Stage != ContactsMirrorStage.Listing)
        {
            return true;
        }

        var (received, last) = (new List<Contact>(options.CommitSize), default(ContactsPage<Contact>));
        try
        {
            var pages = source.OldestFirst(state.Position, calls.Token);
            await foreach (var page in pages.AsPages().ConfigureAwait(false))
            {
                received.AddRange(page.Data);
                last = page;
                if ((received.Count >= options.CommitSize || page.Continuation is null || IsTimeUp)
                    && !await CommitReceivedAsync().ConfigureAwait(false))
                {
                    return false;
                }
            }
        }
        catch (Exception exception) when (exception is ContactsException || calls.EndedByTime)
        {
            // What came before it is good.
            if (received.Count > 0)
            {
                await CommitReceivedAsync().ConfigureAwait(false);
            }

            if (state.Position is null || !IsCap(exception))
            {
                throw;
            }

            return !_result.GaveWay
                && await EndAsync(ContactsMirrorBlock.Capped, (ContactsException)exception, calls).ConfigureAwait(false);
        }

        return true;

        async Task<bool> CommitReceivedAsync()
        {
            var commit = await store.CompareAsync(state, received, calls.CallersToken).ConfigureAwait(false);
            received.Clear();
            state.Position = last!.Continuation;
            if (last.Continuation is null)
            {
                EndOfList(last.Total);
            }

            return await AdvanceAsync(commit, calls).ConfigureAwait(false);
        }
    }

    // Further up in the list the same request was accepted; or the reader, rather than one of its calls, found that pages repeat, as they
    // do where the service shows no more of a list than it likes.
    private static bool IsCap(Exception exception) =>
        exception is ContactsValidationException or ContactsInvalidResponseException { Attempts.Count: 0 };

    private void EndOfList(int? total)
    {
        if (state.Seen < total)
        {
            EndBlocked(ContactsMirrorBlock.Capped, string.Create(
                CultureInfo.InvariantCulture,
                $"The list ended after {state.Seen} contacts, but the service says that there are {total}: it does not show all of them."));
        }
        else if (state.Seen == state.Contacts)
        {
            state.Complete();
        }
        else
        {
            state.Stage = ContactsMirrorStage.Listed;
        }
    }

    private async Task<bool> JudgeMissingAsync(Calls calls)
    {
        if (state.Stage != ContactsMirrorStage.Listed)
        {
            return true;
        }

        var missing = await store.CountMissingAsync(state, calls.CallersToken).ConfigureAwait(false);
        var commit = store.Begin(state);

        // Counted, not reckoned: an application may have deleted rows.
        state.Contacts = state.Seen + missing;
        if (missing == 0)
        {
            state.Complete();
        }
        else if (options.MaxShrinkage < 1 && (state.Seen == 0 || missing > Math.Max(1, options.MaxShrinkage * state.ContactsAtStart)))
        {
            EndBlocked(ContactsMirrorBlock.Shrank, string.Create(
                CultureInfo.InvariantCulture,
                $"The list showed {state.Seen} contacts, and not {missing} others of which the mirror has rows. If that is right, set "
                + $"ContactsMirrorOptions.MaxShrinkage to 1 until they are removed; if not, check the client's credential and gateway."));
        }
        else
        {
            (state.Stage, state.Position) = (ContactsMirrorStage.Removing, "");
        }

        return await AdvanceAsync(commit, calls).ConfigureAwait(false);
    }

    private async Task RemoveMissingAsync(Calls calls)
    {
        while (state.Stage == ContactsMirrorStage.Removing)
        {
            var ids = await store.FindMissingAsync(state, state.Position ?? "", options.LookupSize, calls.CallersToken)
                .ConfigureAwait(false);
            var lookups = await source.LookUpAsync(ids, calls.Token).ConfigureAwait(false);
            var commit = await store.CompareAsync(state, lookups.Select(lookup => lookup.Found).OfType<Contact>(), calls.CallersToken)
                .ConfigureAwait(false);
            foreach (var lookup in lookups.Where(lookup => lookup.IsGone))
            {
                commit.Remove(lookup.Id);
            }

            if (lookups.Count(lookup => lookup is { IsGone: false, Found: null }) is > 0 and var undecided)
            {
                _result = _result with { Undecided = _result.Undecided + undecided };
                telemetry.Undecided(state.Organization, undecided);
            }

            if (ids.Count < options.LookupSize)
            {
                state.Complete();
            }
            else
            {
                state.Position = ids[^1];
            }

            if (!await AdvanceAsync(commit, calls).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private void EndBlocked(ContactsMirrorBlock block, string reason, ContactsException? cause = null)
    {
        state.End(block);
        _result = _result with { Blocked = block, BlockedReason = reason, Cause = cause };
    }

    private async Task<bool> EndAsync(ContactsMirrorBlock block, ContactsException cause, Calls calls)
    {
        var commit = store.Begin(state);
        var reason = string.Create(
            CultureInfo.InvariantCulture, $"The list could not be read further after {state.Seen} contacts. {cause.Message}");
        EndBlocked(block, reason, cause);
        return await CommitAsync(commit, calls).ConfigureAwait(false);
    }

    /// <summary>Commits a step of the pass.</summary>
    /// <returns>Whether the slice goes on: it did not give way, and there is time.</returns>
    private async Task<bool> AdvanceAsync(MirrorCommit commit, Calls calls)
    {
        if (!await CommitAsync(commit, calls).ConfigureAwait(false) || IsTimeUp)
        {
            return false;
        }

        if (!_hasAdvanced)
        {
            _hasAdvanced = true;
            calls.TimeUp.CancelAfter(options.SliceTime - clock.GetElapsedTime(_started));
        }

        return true;
    }

    /// <returns>False if another slice has committed meanwhile, so that this one gives way.</returns>
    private async Task<bool> CommitAsync(MirrorCommit commit, Calls calls)
    {
        if (!await store.CommitAsync(commit, calls.CallersToken).ConfigureAwait(false))
        {
            _result = _result with { GaveWay = true, Blocked = null, BlockedReason = null, Cause = null };
            return false;
        }

        _result = _result with
        {
            Read = _result.Read + commit.Read,
            Added = _result.Added + commit.Added.Count,
            Updated = _result.Updated + commit.Updated.Count,
            Removed = _result.Removed + commit.Removed.Count,
            LastChange = state.LastChange,
        };
        telemetry.Committed(state, commit.Added.Count, commit.Updated.Count, commit.Removed.Count);
        if (state.Stage == ContactsMirrorStage.Idle && state.Blocked is null)
        {
            telemetry.Completed(state);
        }

        return true;
    }

    /// <param name="TimeUp">What cancels <paramref name="Token"/> when the slice's time is up.</param>
    /// <param name="CallersToken">The token of the database, which only the caller cancels.</param>
    /// <param name="Token">The token of calls to the service.</param>
    private readonly record struct Calls(CancellationTokenSource TimeUp, CancellationToken CallersToken, CancellationToken Token)
    {
        public bool EndedByTime => TimeUp.IsCancellationRequested && !CallersToken.IsCancellationRequested;
    }
}
