using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Contacts.Generated.Sync;

/// <summary>
/// Creates the mirror's tables where they are missing, whatever else the database contains. Any number of processes may do so at the same
/// time: who comes second finds the table, or fails to create it and then finds it.
/// </summary>
internal sealed class MirrorTables(MirrorDatabase database, TimeProvider clock)
{
    /// <summary>How often an attempt that failed is repeated while the table is still missing.</summary>
    private const int MaxAttempts = 10;

    public static Type[] Types { get; } = [typeof(MirroredContact), typeof(ContactsMirrorChange), typeof(ContactsMirrorState)];

    public static IEnumerable<string> NamesOf(IModel model) => Types.Select(type => model.FindEntityType(type)!.GetTableName()!);

    /// <returns>The name of a table that the database lacks; null if all are there.</returns>
    public static async Task<string?> FindMissingAsync(MirrorDatabase database, CancellationToken cancellationToken)
    {
        var db = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = db.ConfigureAwait(false);
        foreach (var type in Types)
        {
            if (!await HasTableAsync(db, type, cancellationToken).ConfigureAwait(false))
            {
                return db.Model.FindEntityType(type)!.GetTableName();
            }
        }

        return null;
    }

    /// <exception cref="ContactsMirrorException">A table is missing.</exception>
    public static Task CheckAsync(MirrorDatabase database, CancellationToken cancellationToken) => database.RunAsync(
        (db, token) => db.Set<ContactsMirrorState>().AnyAsync(token), cancellationToken);

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await TryAsync(HasDatabaseAsync, CreateDatabaseAsync, cancellationToken).ConfigureAwait(false);
        foreach (var type in Types)
        {
            await TryAsync(
                (db, token) => HasTableAsync(db, type, token), (db, token) => CreateTableAsync(db, type, token), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private async Task TryAsync(
        Func<DbContext, CancellationToken, Task<bool>> exists, Func<DbContext, CancellationToken, Task> create,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            // A context for each attempt: a connection on which a statement failed may be good for nothing.
            var db = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = db.ConfigureAwait(false);
            if (await exists(db, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            try
            {
                await create(db, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (DbException) when (attempt < MaxAttempts)
            {
                // Most likely another process is creating it. If that is not the reason, the last attempt says what is.
                await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt), clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static Task<bool> HasDatabaseAsync(DbContext db, CancellationToken cancellationToken) =>
        db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken);

    private static Task CreateDatabaseAsync(DbContext db, CancellationToken cancellationToken) =>
        db.GetService<IRelationalDatabaseCreator>().CreateAsync(cancellationToken);

    // No provider-independent command lists tables, but each knows whether it can read one.
    private static async Task<bool> HasTableAsync(DbContext db, Type type, CancellationToken cancellationToken)
    {
        try
        {
            var (sql, table) = (db.GetService<ISqlGenerationHelper>(), db.Model.FindEntityType(type)!);
            var select = $"SELECT 1 FROM {sql.DelimitIdentifier(table.GetTableName()!, table.GetSchema())} WHERE 1 = 0";
            await db.Database.ExecuteSqlRawAsync(select, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    private static async Task CreateTableAsync(DbContext db, Type type, CancellationToken cancellationToken)
    {
        var model = db.GetService<IDesignTimeModel>().Model;
        var table = model.FindEntityType(type)!.GetTableName();
        var operations = db.GetService<IMigrationsModelDiffer>().GetDifferences(null, model.GetRelationalModel())
            .Where(operation => operation switch
            {
                EnsureSchemaOperation => true,
                CreateTableOperation create => create.Name == table,
                CreateIndexOperation index => index.Table == table,
                _ => false,
            });
        var commands = db.GetService<IMigrationsSqlGenerator>().Generate([.. operations], model);
        await db.GetService<IMigrationCommandExecutor>()
            .ExecuteNonQueryAsync(commands, db.GetService<IRelationalConnection>(), cancellationToken).ConfigureAwait(false);
    }
}
