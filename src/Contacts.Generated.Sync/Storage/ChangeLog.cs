using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Contacts.Generated.Sync;

/// <summary>Hands out the changes of an organization, and deletes old ones.</summary>
internal sealed class ChangeLog(MirrorDatabase database)
{
    private const int BatchSize = 500;

    public async IAsyncEnumerable<ContactsMirrorChange> ReadAsync(
        string organization, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await CheckAsync(organization, after, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var changes = await database.RunAsync((db, token) => NextAsync(db, after, token), cancellationToken).ConfigureAwait(false);

            // Numbers have no gaps; so a gap was trimmed while this was read.
            if (changes is [{ } first, ..] && first.Number != after + 1)
            {
                await CheckAsync(organization, after, cancellationToken).ConfigureAwait(false);
            }

            foreach (var change in changes)
            {
                yield return change;
                after = change.Number;
            }

            if (changes.Count < BatchSize)
            {
                yield break;
            }
        }

        Task<List<ContactsMirrorChange>> NextAsync(DbContext db, long number, CancellationToken token) =>
            db.Set<ContactsMirrorChange>().AsNoTracking()
                .Where(change => change.Organization == organization && change.Number > number)
                .OrderBy(change => change.Number)
                .Take(BatchSize)
                .ToListAsync(token);
    }

    /// <summary>
    /// Deletes, of each organization, the changes from the first one up to the last one before the first that is not older. What stays has
    /// no gap, though the clock may have been set back in between.
    /// </summary>
    /// <returns>How many were deleted.</returns>
    public async Task<long> TrimAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var organizations = await database.RunAsync(
            (db, token) => db.Set<ContactsMirrorState>().Select(state => state.Organization).ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        var deleted = 0L;
        foreach (var organization in organizations)
        {
            deleted += await database.RunAsync((db, token) => TrimAsync(db, organization, before, token), cancellationToken)
                .ConfigureAwait(false);
        }

        return deleted;
    }

    private static async Task<long> TrimAsync(
        DbContext db, string organization, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var state = db.Set<ContactsMirrorState>().Where(row => row.Organization == organization);
        var changes = db.Set<ContactsMirrorChange>().Where(change => change.Organization == organization);
        var kept = await changes.Where(change => change.At >= before).MinAsync(change => (long?)change.Number, cancellationToken)
            .ConfigureAwait(false);
        var last = kept - 1
            ?? await changes.MaxAsync(change => (long?)change.Number, cancellationToken).ConfigureAwait(false) ?? 0;
        await state.Where(row => row.TrimmedThrough < last)
            .ExecuteUpdateAsync(row => row.SetProperty(to => to.TrimmedThrough, last), cancellationToken).ConfigureAwait(false);
        var deleted = await changes.Where(change => change.Number <= last).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return deleted;
    }

    /// <exception cref="ContactsMirrorException">The changes after this number are not all there.</exception>
    private async Task CheckAsync(string organization, long after, CancellationToken cancellationToken)
    {
        var numbers = await database.RunAsync(
            (db, token) => db.Set<ContactsMirrorState>().Where(state => state.Organization == organization)
                .Select(state => new { state.LastChange, state.TrimmedThrough }).SingleOrDefaultAsync(token),
            cancellationToken).ConfigureAwait(false);
        if (after < numbers?.TrimmedThrough)
        {
            throw new ContactsMirrorException(string.Create(
                CultureInfo.InvariantCulture,
                $"The changes up to number {numbers.TrimmedThrough} have been trimmed, so those after {after} are not all there. Note "
                + $"LastChange of GetStateAsync, read the contacts' rows, and go on after that number."));
        }

        if (after > (numbers?.LastChange ?? 0))
        {
            throw new ContactsMirrorException(string.Create(
                CultureInfo.InvariantCulture,
                $"The last change has number {numbers?.LastChange ?? 0}, so there can be none after {after}: the number is another "
                + $"organization's, or the mirror was made anew since. In that case, go on after 0."));
        }
    }
}
