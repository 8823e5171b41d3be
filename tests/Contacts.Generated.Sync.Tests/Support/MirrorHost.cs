using Contacts.Generated.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.Sync.Tests;

/// <summary>A mirror of one organization, <see cref="Organization"/>, with an emulator for the service, a database and a clock.</summary>
internal sealed class MirrorHost : IAsyncDisposable
{
    public const string Organization = "org_example";

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private MirrorHost(
        ContactsEmulator emulator, TestDatabase database, Action<ContactsMirrorOptions>? configure,
        Action<DbContextOptionsBuilder>? context)
    {
        (Emulator, _database) = (emulator, database);
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(Logs).AddSingleton<TimeProvider>(Clock);
        services.AddDbContextFactory<AppDb>(options =>
        {
            database.Use(options);
            options.AddInterceptors(Steps);
            context?.Invoke(options);
        });
        services.AddContactsClient(Organization, options => Reach(emulator, options)).AddHttpMessageHandler(Steps.Handler);
        services.AddContactsMirror<AppDb>(mirror =>
        {
            mirror.Organization(Organization);
            configure?.Invoke(mirror);
        });
        _services = services.BuildServiceProvider();
        Mirror = _services.GetRequiredService<ContactsMirror<AppDb>>();
    }

    public ContactsEmulator Emulator { get; }

    public ContactsMirror<AppDb> Mirror { get; }

    public Steps Steps { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    /// <param name="contacts">How many contacts the service has.</param>
    /// <param name="mirror">Changes the mirror's options.</param>
    /// <param name="service">Changes the emulator's options.</param>
    /// <param name="context">Changes the options of the database's context.</param>
    public static async Task<MirrorHost> StartAsync(
        int contacts = 60, Action<ContactsMirrorOptions>? mirror = null, Action<ContactsEmulatorOptions>? service = null,
        Action<DbContextOptionsBuilder>? context = null)
    {
        var emulator = await ContactsEmulator.StartAsync(options =>
        {
            options.Contacts = contacts;
            service?.Invoke(options);
        });
        var host = new MirrorHost(emulator, TestDatabase.Create(), mirror, context);
        await host.Mirror.CreateTablesAsync();
        return host;
    }

    /// <summary>Sets a client's options: the emulator, no retries, and a clock that the test does not turn.</summary>
    public static void Reach(ContactsEmulator emulator, ContactsClientOptions options)
    {
        (options.GatewayUrl, options.ApiKey, options.MaxRetries) = (emulator.GatewayUrl, "api_example", 0);

        // Under the test's clock, calls would take as long as it turns, and reach their time limits.
        options.TimeProvider = new RealTime();
    }

    public AppDb Open() => _services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext();

    public Task<ContactsMirrorSlice> RunSliceAsync() => Mirror.RunSliceAsync(Organization);

    /// <summary>Runs slices until a pass has ended.</summary>
    /// <returns>All of them.</returns>
    public async Task<List<ContactsMirrorSlice>> RunPassAsync()
    {
        var slices = new List<ContactsMirrorSlice>();
        do
        {
            slices.Add(await RunSliceAsync());
        }
        while (slices[^1].MoreToDo);

        return slices;
    }

    public async Task<List<MirroredContact>> RowsAsync()
    {
        await using var db = Open();
        return await db.Set<MirroredContact>().AsNoTracking().Where(row => row.Organization == Organization)
            .OrderBy(row => row.Id).ToListAsync();
    }

    public async Task<ContactsMirrorState> StateAsync() => (await Mirror.GetStateAsync(Organization))!;

    public async Task<List<ContactsMirrorChange>> ChangesAsync(long after = 0)
    {
        var changes = new List<ContactsMirrorChange>();
        await foreach (var change in Mirror.ReadChangesAsync(Organization, after))
        {
            changes.Add(change);
        }

        return changes;
    }

    /// <summary>Checks that the rows are the emulator's contacts, and the changes the way from nothing to them.</summary>
    public async Task ShouldEqualServiceAsync()
    {
        var rows = await RowsAsync();
        rows.Select(Summary).Should().BeEquivalentTo(Emulator.Contacts.Select(Summary));
        (await StateAsync()).Contacts.Should().Be(rows.Count);

        var changes = await ChangesAsync();
        changes.Select(change => change.Number).Should().Equal(Enumerable.Range(1, changes.Count).Select(number => (long)number));
        Replay(changes).Should().BeEquivalentTo(rows.Select(row => row.Id));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Emulator.DisposeAsync();
        _database.Dispose();
    }

    /// <summary>Follows changes, none of which may contradict those before it.</summary>
    private static HashSet<string> Replay(IEnumerable<ContactsMirrorChange> changes)
    {
        var ids = new HashSet<string>();
        foreach (var change in changes)
        {
            var fits = change.Kind switch
            {
                ContactsMirrorChangeKind.Added => ids.Add(change.ContactId),
                ContactsMirrorChangeKind.Removed => ids.Remove(change.ContactId),
                _ => ids.Contains(change.ContactId),
            };
            fits.Should().BeTrue($"change {change.Number} ({change.Kind}) follows from those before it");
        }

        return ids;
    }

    private static string Summary(MirroredContact row) =>
        $"{row.Id} {row.DisplayName} {row.Email} {row.PhoneNumber} {row.ChannelType} {row.CreatedAt:O} {row.UpdatedAt:O}";

    private static string Summary(Contact contact) =>
        $"{contact.Id} {contact.DisplayName} {contact.Email} {contact.PhoneNumber} {contact.ChannelType?.Value} "
        + $"{contact.CreatedAt?.ToUniversalTime():O} {contact.UpdatedAt?.ToUniversalTime():O}";

    private sealed class RealTime : TimeProvider;
}
