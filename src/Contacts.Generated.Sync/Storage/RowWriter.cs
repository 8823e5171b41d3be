using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Contacts.Generated.Sync;

/// <summary>
/// Inserts or updates rows of one table, in SQL that follows from the model, in the context's transaction. Saving them by the context takes
/// several times as long, most of it for its tracker, which has nothing to find out here.
/// </summary>
internal sealed class RowWriter
{
    private readonly DbContext _db;
    private readonly ISqlGenerationHelper _sql;
    private readonly StoreObjectIdentifier _table;
    private readonly IReadOnlyList<IProperty> _properties;
    private readonly List<(string Name, IProperty Property, RelationalTypeMapping Mapping)> _parameters = [];

    private RowWriter(DbContext db, Type type)
    {
        (_db, _sql) = (db, db.GetService<ISqlGenerationHelper>());
        var entity = db.Model.FindEntityType(type)!;
        _table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());

        // A property that the application added is its own to fill.
        _properties = [.. entity.GetProperties().Where(property => property.PropertyInfo is not null)];
    }

    private string Table => _sql.DelimitIdentifier(_table.Name, _table.Schema);

    private DbTransaction? Transaction => _db.Database.CurrentTransaction?.GetDbTransaction();

    public static Task InsertAsync<T>(DbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var writer = new RowWriter(db, typeof(T));
        return writer.ExecuteAsync(writer.InsertStatement(), rows, cancellationToken);
    }

    /// <summary>Overwrites all but the key of rows that exist.</summary>
    public static Task UpdateAsync<T>(DbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var writer = new RowWriter(db, typeof(T));
        return writer.ExecuteAsync(writer.UpdateStatement(), rows, cancellationToken);
    }

    private string InsertStatement() =>
        $"INSERT INTO {Table} ({string.Join(", ", _properties.Select(Column))}) VALUES ({string.Join(", ", _properties.Select(Value))})";

    private string UpdateStatement()
    {
        var (keys, others) = (_properties.Where(property => property.IsKey()), _properties.Where(property => !property.IsKey()));
        return $"UPDATE {Table} SET {string.Join(", ", others.Select(Equal))} WHERE {string.Join(" AND ", keys.Select(Equal))}";

        string Equal(IProperty property) => $"{Column(property)} = {Value(property)}";
    }

    private string Column(IProperty property) => _sql.DelimitIdentifier(property.GetColumnName(_table)!);

    /// <summary>Adds a parameter for a property.</summary>
    /// <returns>What stands for it in the statement.</returns>
    private string Value(IProperty property)
    {
        var name = "p" + _parameters.Count;
        _parameters.Add((_sql.GenerateParameterName(name), property, property.GetRelationalTypeMapping()));
        return _sql.GenerateParameterNamePlaceholder(name);
    }

    private async Task ExecuteAsync(string statement, IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        if (rows.Count > 0 && _db.Database.GetDbConnection() is { } connection)
        {
            await (connection.CanCreateBatch
                ? SendTogetherAsync(connection, statement, rows, cancellationToken)
                : ExecuteEachAsync(connection, statement, rows, cancellationToken)).ConfigureAwait(false);
        }
    }

    // Over a network, what costs is the way there and back.
    private async Task SendTogetherAsync(
        DbConnection connection, string statement, IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        var batch = connection.CreateBatch();
        await using var _ = batch.ConfigureAwait(false);
        batch.Transaction = Transaction;
        batch.Timeout = _db.Database.GetCommandTimeout() ?? batch.Timeout;
        var maker = connection.CreateCommand();
        await using var __ = maker.ConfigureAwait(false);
        foreach (var row in rows)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = statement;
            foreach (var (name, property, mapping) in _parameters)
            {
                var value = property.GetGetter().GetClrValue(row);
                command.Parameters.Add(mapping.CreateParameter(maker, name, value, property.IsNullable));
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    // In the same process, what costs is reading the statement; so it is read once.
    private async Task ExecuteEachAsync(
        DbConnection connection, string statement, IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using var _ = command.ConfigureAwait(false);
        command.CommandText = statement;
        command.Transaction = Transaction;
        command.CommandTimeout = _db.Database.GetCommandTimeout() ?? command.CommandTimeout;
        foreach (var (name, property, mapping) in _parameters)
        {
            command.Parameters.Add(mapping.CreateParameter(command, name, null, property.IsNullable));
        }

        foreach (var row in rows)
        {
            for (var index = 0; index < _parameters.Count; index++)
            {
                var (_, property, mapping) = _parameters[index];
                var value = property.GetGetter().GetClrValue(row);
                command.Parameters[index].Value = (mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value)
                    ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
