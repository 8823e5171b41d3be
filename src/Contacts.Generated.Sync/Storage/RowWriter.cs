using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Contacts.Generated.Sync;

/// <summary>
/// Inserts or updates rows of one table by one statement that is prepared once, in SQL that follows from the model. Saving them by the
/// context takes several times as long, most of it for its tracker, which has nothing to find out here.
/// </summary>
internal sealed class RowWriter : IAsyncDisposable
{
    private readonly DbCommand _command;
    private readonly List<(DbParameter Parameter, IProperty Property, RelationalTypeMapping Mapping)> _values = [];

    private RowWriter(DbContext db)
    {
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        if (db.Database.GetCommandTimeout() is { } timeout)
        {
            _command.CommandTimeout = timeout;
        }
    }

    /// <summary>Writes rows in the context's transaction.</summary>
    public static Task InsertAsync<T>(DbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class => WriteAsync(db, rows, static (writer, table) => writer.Insert(table), cancellationToken);

    /// <summary>Overwrites all but the key of rows that exist, in the context's transaction.</summary>
    public static Task UpdateAsync<T>(DbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class => WriteAsync(db, rows, static (writer, table) => writer.Update(table), cancellationToken);

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private static async Task WriteAsync<T>(
        DbContext db, IReadOnlyList<T> rows, Action<RowWriter, Table> compose, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var writer = new RowWriter(db);
        await using var _ = writer.ConfigureAwait(false);
        compose(writer, new Table(db, typeof(T)));
        foreach (var row in rows)
        {
            writer.Set(row);
            await writer._command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Insert(Table table)
    {
        var columns = string.Join(", ", table.Properties.Select(table.Column));
        _command.CommandText = $"INSERT INTO {table.Name} ({columns}) VALUES ({string.Join(", ", table.Properties.Select(Value))})";

        string Value(IProperty property) => Add(table, property);
    }

    private void Update(Table table)
    {
        var (keys, others) = (table.Properties.Where(property => property.IsKey()), table.Properties.Where(property => !property.IsKey()));
        _command.CommandText =
            $"UPDATE {table.Name} SET {string.Join(", ", others.Select(Equal))} WHERE {string.Join(" AND ", keys.Select(Equal))}";

        string Equal(IProperty property) => $"{table.Column(property)} = {Add(table, property)}";
    }

    /// <summary>Adds a parameter for a property.</summary>
    /// <returns>What stands for it in the statement.</returns>
    private string Add(Table table, IProperty property)
    {
        var (mapping, name) = (property.GetRelationalTypeMapping(), "p" + _values.Count);
        var parameter = mapping.CreateParameter(_command, table.Sql.GenerateParameterName(name), null, property.IsNullable);
        _command.Parameters.Add(parameter);
        _values.Add((parameter, property, mapping));
        return table.Sql.GenerateParameterNamePlaceholder(name);
    }

    private void Set(object row)
    {
        foreach (var (parameter, property, mapping) in _values)
        {
            var value = property.GetGetter().GetClrValue(row);
            parameter.Value = (mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
        }
    }

    /// <summary>A table of the model, and how the provider writes its names.</summary>
    private sealed class Table
    {
        private readonly StoreObjectIdentifier _table;

        public Table(DbContext db, Type type)
        {
            var entity = db.Model.FindEntityType(type)!;
            Sql = db.GetService<ISqlGenerationHelper>();
            Name = Sql.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());
            _table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());

            // A property that the application added is its own to fill.
            Properties = [.. entity.GetProperties().Where(property => property.PropertyInfo is not null)];
        }

        public ISqlGenerationHelper Sql { get; }

        public string Name { get; }

        public IReadOnlyList<IProperty> Properties { get; }

        public string Column(IProperty property) => Sql.DelimitIdentifier(property.GetColumnName(_table)!);
    }
}
