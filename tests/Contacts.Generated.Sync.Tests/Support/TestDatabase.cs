using Microsoft.EntityFrameworkCore;

namespace Contacts.Generated.Sync.Tests;

/// <summary>
/// An empty database of one test's own. The tests know no more of it than this, so that they can run on another provider.
/// </summary>
internal abstract class TestDatabase : IDisposable
{
    public static TestDatabase Create() => new SqliteFile();

    public abstract void Use(DbContextOptionsBuilder options);

    public abstract void Dispose();

    private sealed class SqliteFile : TestDatabase
    {
        private readonly TemporaryFolder _folder = new();

        // Without a pool, a test's file is closed when its contexts are, and can be deleted.
        public override void Use(DbContextOptionsBuilder options) =>
            options.UseSqlite($"Data Source={_folder.At("contacts.db")};Pooling=False");

        public override void Dispose() => _folder.Dispose();
    }
}

/// <summary>An application's context: the mirror's tables beside one of its own.</summary>
internal sealed class AppDb(DbContextOptions<AppDb> options) : DbContext(options)
{
    public DbSet<AppNote> Notes => Set<AppNote>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddContactsMirror();
}

/// <summary>A row of the application's own.</summary>
internal sealed class AppNote
{
    public int Id { get; init; }

    public string Text { get; init; } = "";
}
