using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Contacts.Generated.Sync.Tests;

/// <summary>The mirror's tables: how they are created, and what is said where they are missing.</summary>
public class TableTests
{
    [Fact]
    public async Task Processes_that_create_the_tables_at_once_do_not_disturb_each_other()
    {
        for (var round = 0; round < 5; round++)
        {
            using var database = TestDatabase.Create();
            var mirrors = Enumerable.Range(0, 8).Select(_ => Services<AppDb>(database)).ToList();

            await Task.WhenAll(mirrors.Select(services => Task.Run(() => MirrorOf(services).CreateTablesAsync())));

            (await MirrorOf(mirrors[0]).GetStateAsync(MirrorHost.Organization)).Should().BeNull();
            mirrors.ForEach(services => services.Dispose());
        }
    }

    [Fact]
    public async Task Tables_are_added_to_a_database_that_has_others_and_one_that_exists_is_kept()
    {
        using var database = TestDatabase.Create();
        await using var services = Services<AppDb>(database);
        await using var db = services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext();
        await db.Database.EnsureCreatedAsync();
        await db.Database.ExecuteSqlAsync($"DROP TABLE mirror_contacts");
        db.Add(new AppNote { Text = "Mine" });
        db.Add(new ContactsMirrorState { Organization = MirrorHost.Organization });
        await db.SaveChangesAsync();

        await MirrorOf(services).CreateTablesAsync();

        (await db.Set<MirroredContact>().CountAsync()).Should().Be(0);
        (await db.Notes.SingleAsync()).Text.Should().Be("Mine");
        (await MirrorOf(services).GetStateAsync(MirrorHost.Organization)).Should().NotBeNull();
    }

    [Fact]
    public async Task Only_the_mirrors_tables_are_created()
    {
        using var database = TestDatabase.Create();
        await using var services = Services<AppDb>(database);

        await MirrorOf(services).CreateTablesAsync();

        await using var db = services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext();
        await db.Awaiting(it => it.Notes.CountAsync()).Should().ThrowAsync<System.Data.Common.DbException>();
    }

    [Theory]
    [InlineData(typeof(AppDb), "mirror_contacts", "mirror_changes", "mirror_organizations")]
    [InlineData(typeof(PrefixedDb), "crm_contacts", "crm_changes", "crm_organizations")]
    public void Tables_have_a_prefix_of_the_applications_choice(Type context, params string[] names)
    {
        using var database = TestDatabase.Create();
        using var services = new ServiceCollection()
            .AddDbContext<AppDb>(database.Use).AddDbContext<PrefixedDb>(database.Use).BuildServiceProvider();
        using var scope = services.CreateScope();

        var model = ((DbContext)scope.ServiceProvider.GetRequiredService(context)).Model;

        model.GetEntityTypes().Where(type => type.ClrType.Assembly == typeof(ContactsMirror).Assembly)
            .Select(type => type.GetTableName()).Should().BeEquivalentTo(names);
    }

    [Fact]
    public async Task Columns_and_keys_are_those_that_the_readme_lists()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 0);
        await using var db = host.Open();
        var readme = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"));

        foreach (var type in MirrorTables.Types.Select(type => db.Model.FindEntityType(type)!))
        {
            var table = StoreObjectIdentifier.Table(type.GetTableName()!);
            var listed = readme.Split($"### `{table.Name}`")[1].Split("\n##")[0].Split('\n')
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);

            listed.Should().BeEquivalentTo(type.GetProperties().Select(property => property.GetColumnName(table)));
        }
    }

    [Fact]
    public async Task A_missing_table_is_named_with_what_to_do()
    {
        using var database = TestDatabase.Create();
        await using var services = Services<AppDb>(database);
        var mirror = MirrorOf(services);
        await using (var db = services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext())
        {
            await db.GetService<IRelationalDatabaseCreator>().CreateAsync();
        }

        foreach (var call in new Func<Task>[]
        {
            () => mirror.RunSliceAsync(MirrorHost.Organization),
            () => mirror.RunAsync(),
            () => mirror.GetStateAsync(MirrorHost.Organization),
            () => mirror.TrimChangesAsync(DateTimeOffset.UnixEpoch),
        })
        {
            (await call.Should().ThrowAsync<ContactsMirrorException>())
                .WithMessage("The database has no table \"mirror_*\". Add it with a migration*CreateTablesAsync*");
        }
    }

    [Fact]
    public async Task A_model_without_the_tables_is_named_with_what_to_do()
    {
        using var database = TestDatabase.Create();
        await using var services = Services<BareDb>(database);

        await services.GetRequiredService<ContactsMirror>().Awaiting(mirror => mirror.RunSliceAsync(MirrorHost.Organization))
            .Should().ThrowAsync<ContactsMirrorException>()
            .WithMessage("BareDb has no tables for the mirror: call modelBuilder.AddContactsMirror() in its OnModelCreating.");
    }

    [Fact]
    public async Task A_failure_of_the_database_that_has_nothing_to_do_with_tables_is_passed_on()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 3);
        await using (var db = host.Open())
        {
            // In the way of the mirror's own; the error that follows names the table, too.
            db.Add(new ContactsMirrorChange { Organization = MirrorHost.Organization, Number = 1, ContactId = "con_any" });
            await db.SaveChangesAsync();
        }

        await host.Awaiting(it => it.RunSliceAsync()).Should().ThrowAsync<System.Data.Common.DbException>();
    }

    [Fact]
    public async Task The_applications_own_columns_and_types_stay()
    {
        using var database = TestDatabase.Create();
        await using var emulator = Testing.ContactsEmulator.Start(options => options.Contacts = 3);
        await using var services = Services<ExtendedDb>(database, emulator);
        await services.GetRequiredService<ContactsMirror>().CreateTablesAsync();

        await services.GetRequiredService<ContactsMirror>().RunSliceAsync(MirrorHost.Organization);

        await using var db = services.GetRequiredService<IDbContextFactory<ExtendedDb>>().CreateDbContext();
        (await db.Set<MirroredContact>().Where(contact => EF.Property<string>(contact, "Owner") == "nobody").CountAsync()).Should().Be(3);
    }

    private static ContactsMirror MirrorOf(ServiceProvider services) => services.GetRequiredService<ContactsMirror>();

    private static ServiceProvider Services<T>(TestDatabase database, Testing.ContactsEmulator? emulator = null)
        where T : DbContext => new ServiceCollection()
        .AddDbContextFactory<T>(database.Use)
        .AddContactsMirror<T>(mirror => mirror.Organization(MirrorHost.Organization)
            .Client((_, _) => emulator?.CreateClient() ?? throw new InvalidOperationException("No call was expected.")))
        .BuildServiceProvider();

    private sealed class PrefixedDb(DbContextOptions<PrefixedDb> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddContactsMirror("crm_");
    }

    private sealed class BareDb(DbContextOptions<BareDb> options) : DbContext(options);

    private sealed class ExtendedDb(DbContextOptions<ExtendedDb> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddContactsMirror()
            .Entity<MirroredContact>().Property<string>("Owner").HasDefaultValue("nobody");
    }
}
