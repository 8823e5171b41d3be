using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Contacts.Generated.Sync;

/// <summary>Opens contexts of the application's database, and says what to do if the mirror's tables are not there.</summary>
internal sealed class MirrorDatabase(Type contextType, Func<CancellationToken, Task<DbContext>> open)
{
    private bool _hasModel;

    /// <exception cref="ContactsMirrorException">The model lacks the mirror's tables, or the database is not a relational one.</exception>
    public async Task<DbContext> OpenAsync(CancellationToken cancellationToken)
    {
        var db = await open(cancellationToken).ConfigureAwait(false);
        if (!_hasModel)
        {
            if (Problem(db) is { } problem)
            {
                await db.DisposeAsync().ConfigureAwait(false);
                throw new ContactsMirrorException(problem);
            }

            _hasModel = true;
        }

        return db;
    }

    /// <summary>
    /// Runs work that may be repeated as a whole, by the provider's own strategy for transient errors, with a context for each attempt.
    /// </summary>
    /// <exception cref="ContactsMirrorException">A table of the mirror is missing.</exception>
    public async Task<T> RunAsync<T>(Func<DbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var db = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        try
        {
            var strategy = db.Database.CreateExecutionStrategy();
            return await strategy.ExecuteAsync(token => work(db, token), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (NamesTable(exception, db))
        {
            if (await MirrorTables.FindMissingAsync(this, cancellationToken).ConfigureAwait(false) is { } table)
            {
                throw new ContactsMirrorException(
                    $"The database has no table \"{table}\". Add it with a migration (dotnet ef migrations add ContactsMirror, then dotnet "
                    + "ef database update), or call ContactsMirror.CreateTablesAsync at the start of an application without migrations.",
                    exception);
            }

            throw;
        }
    }

    // Whatever the provider, the error about a missing table names it. So do others; then the tables are looked for.
    private static bool NamesTable(Exception exception, DbContext db) =>
        (exception as DbException ?? exception.InnerException as DbException) is { } error
        && MirrorTables.NamesOf(db.Model).Any(name => error.Message.Contains(name, StringComparison.Ordinal));

    private string? Problem(DbContext db) =>
        !db.Database.IsRelational()
            ? $"{contextType.Name} has no relational database, which the mirror needs: call UseSqlite, UseNpgsql or the like."
        : MirrorTables.Types.Any(type => db.Model.FindEntityType(type) is null)
            ? $"{contextType.Name} has no tables for the mirror: call modelBuilder.AddContactsMirror() in its OnModelCreating."
            : null;
}
