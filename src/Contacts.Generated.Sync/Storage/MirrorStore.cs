using Microsoft.EntityFrameworkCore;

namespace Contacts.Generated.Sync;

/// <summary>
/// Reads and commits what a slice does. All that belongs to one organization is written together with its state, and only if the state
/// still has the version that the slice read; so what was read before a commit is still true when the commit succeeds.
/// </summary>
internal sealed class MirrorStore(MirrorDatabase database, TimeProvider clock)
{
    /// <summary>The organization's state, which is created if there is none.</summary>
    public async Task<ContactsMirrorState> LoadAsync(string organization, CancellationToken cancellationToken)
    {
        if (await FindAsync(organization, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return known;
        }

        try
        {
            await database.RunAsync(
                async (db, token) =>
                {
                    db.ChangeTracker.Clear(); // of an attempt that failed
                    db.Add(new ContactsMirrorState { Organization = organization });
                    return await db.SaveChangesAsync(token).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateException)
        {
            if (await FindAsync(organization, cancellationToken).ConfigureAwait(false) is { } created)
            {
                return created;
            }

            throw;
        }

        return new ContactsMirrorState { Organization = organization };
    }

    /// <summary>The organization's state; null if no slice has run yet.</summary>
    public Task<ContactsMirrorState?> FindAsync(string organization, CancellationToken cancellationToken) => database.RunAsync(
        (db, token) => db.Set<ContactsMirrorState>().AsNoTracking()
            .SingleOrDefaultAsync(state => state.Organization == organization, token),
        cancellationToken);

    /// <summary>A commit of the state alone.</summary>
    public MirrorCommit Begin(ContactsMirrorState state) => new(state, clock.GetUtcNow());

    /// <summary>Compares contacts that were received with the rows, and counts in the state what follows.</summary>
    public async Task<MirrorCommit> CompareAsync(
        ContactsMirrorState state, IEnumerable<Contact> contacts, CancellationToken cancellationToken)
    {
        // What was received last is what counts, should an id come twice.
        var received = new Dictionary<string, Contact>(StringComparer.Ordinal);
        foreach (var contact in contacts)
        {
            if (contact.Id is { Length: > 0 and <= ContactsMirrorOptions.MaxNameLength })
            {
                received[contact.Id] = contact;
            }
        }

        var commit = Begin(state);
        if (received.Count > 0)
        {
            var (organization, ids) = (state.Organization, received.Keys.ToList());
            var known = await database.RunAsync(
                (db, token) => db.Set<MirroredContact>().AsNoTracking()
                    .Where(row => row.Organization == organization && ids.Contains(row.Id))
                    .Select(row => new { row.Id, row.Pass, row.Json })
                    .ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, token),
                cancellationToken).ConfigureAwait(false);
            foreach (var contact in received.Values)
            {
                var row = known.GetValueOrDefault(contact.Id);
                commit.Receive(contact, row?.Json, row?.Pass);
            }
        }

        return commit;
    }

    /// <summary>How many rows the current pass has not shown.</summary>
    public Task<int> CountMissingAsync(ContactsMirrorState state, CancellationToken cancellationToken) => database.RunAsync(
        (db, token) => Missing(db, state, after: "").CountAsync(token), cancellationToken);

    /// <summary>The ids of rows that the current pass has not shown, in the order of the key.</summary>
    public Task<List<string>> FindMissingAsync(
        ContactsMirrorState state, string after, int count, CancellationToken cancellationToken) => database.RunAsync(
        (db, token) => Missing(db, state, after).OrderBy(row => row.Id).Select(row => row.Id).Take(count).ToListAsync(token),
        cancellationToken);

    /// <summary>Commits everything, or nothing if another slice has committed since the state was read.</summary>
    /// <returns>Whether it was committed.</returns>
    public Task<bool> CommitAsync(MirrorCommit commit, CancellationToken cancellationToken) => database.RunAsync(
        async (db, token) =>
        {
            var transaction = await db.Database.BeginTransactionAsync(token).ConfigureAwait(false);
            await using var _ = transaction.ConfigureAwait(false);

            // First, so that a slice that was outrun waits for the other one's commit here, and then sees it.
            if (!await AdvanceAsync(db, commit.State, token).ConfigureAwait(false))
            {
                return false;
            }

            await WriteAsync(db, commit, token).ConfigureAwait(false);
            await transaction.CommitAsync(token).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    private static IQueryable<MirroredContact> Missing(DbContext db, ContactsMirrorState state, string after)
    {
        var (organization, pass) = (state.Organization, state.Pass);
#pragma warning disable CA1309 // the database compares, as it orders
        return db.Set<MirroredContact>().AsNoTracking()
            .Where(row => row.Organization == organization && string.Compare(row.Id, after) > 0 && row.Pass < pass);
#pragma warning restore CA1309
    }

    private static async Task<bool> AdvanceAsync(DbContext db, ContactsMirrorState state, CancellationToken cancellationToken)
    {
        // The number that was trimmed last is not the slice's to write.
        var (organization, version) = (state.Organization, state.Version);
        return await db.Set<ContactsMirrorState>()
            .Where(row => row.Organization == organization && row.Version == version - 1)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(to => to.Version, version)
                    .SetProperty(to => to.Pass, state.Pass)
                    .SetProperty(to => to.Stage, state.Stage)
                    .SetProperty(to => to.Position, state.Position)
                    .SetProperty(to => to.NewestPosition, state.NewestPosition)
                    .SetProperty(to => to.Contacts, state.Contacts)
                    .SetProperty(to => to.ContactsAtStart, state.ContactsAtStart)
                    .SetProperty(to => to.Seen, state.Seen)
                    .SetProperty(to => to.LastChange, state.LastChange)
                    .SetProperty(to => to.PassStartedAt, state.PassStartedAt)
                    .SetProperty(to => to.UpToDateAt, state.UpToDateAt)
                    .SetProperty(to => to.CommittedAt, state.CommittedAt)
                    .SetProperty(to => to.Blocked, state.Blocked),
                cancellationToken).ConfigureAwait(false) == 1;
    }

    private static async Task WriteAsync(DbContext db, MirrorCommit commit, CancellationToken cancellationToken)
    {
        var (organization, pass) = (commit.State.Organization, commit.State.Pass);
        await RowWriter.InsertAsync(db, commit.Added, cancellationToken).ConfigureAwait(false);
        await RowWriter.UpdateAsync(db, commit.Updated, cancellationToken).ConfigureAwait(false);
        await RowWriter.InsertAsync(db, commit.Changes, cancellationToken).ConfigureAwait(false);
        if (commit.Unchanged is { Count: > 0 } unchanged)
        {
            await db.Set<MirroredContact>().Where(row => row.Organization == organization && unchanged.Contains(row.Id))
                .ExecuteUpdateAsync(row => row.SetProperty(to => to.Pass, pass), cancellationToken).ConfigureAwait(false);
        }

        if (commit.Removed is { Count: > 0 } removed)
        {
            await db.Set<MirroredContact>().Where(row => row.Organization == organization && removed.Contains(row.Id))
                .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
