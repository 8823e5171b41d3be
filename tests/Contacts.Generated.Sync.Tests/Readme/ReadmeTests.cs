using Contacts.Generated.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Contacts.Generated.Sync.Tests;

/// <summary>The README's example is the source beside this file, which is compiled and run here.</summary>
public class ReadmeTests
{
    [Fact]
    public async Task The_readme_shows_the_source_that_is_run_here()
    {
        var readme = await ReadAsync("README.md");

        readme.Split("```csharp\n")[1].Split("```")[0].Should().Be(await ReadAsync("Example.cs"));
    }

    [Fact]
    public async Task The_example_mirrors_contacts_and_follows_their_changes()
    {
        using var folder = new TemporaryFolder();
        await using var emulator = await ContactsEmulator.StartAsync();
        using var host = Start(folder, emulator);
        var mirror = host.Services.GetRequiredService<ContactsMirror<MyApp.AppDb>>();

        // The hosted service does so, too; before that there would be nothing to ask.
        await mirror.CreateTablesAsync();
        await host.StartAsync();
        while ((await mirror.GetStateAsync("org_example"))?.UpToDateAt is null)
        {
            await Task.Yield();
        }

        await host.StopAsync();

        await using var db = await host.Services.GetRequiredService<IDbContextFactory<MyApp.AppDb>>().CreateDbContextAsync();
        (await db.Set<MirroredContact>().CountAsync()).Should().Be(25);
        (await new MyApp.Follower(mirror).FollowAsync(seen: 20, CancellationToken.None)).Should().Be(25);
    }

    [Fact]
    public async Task Every_log_event_and_metric_is_listed()
    {
        var readme = await ReadAsync("README.md");
        var events = typeof(ContactsMirror).Assembly.GetType("Contacts.Generated.Sync.LogMessages")!.GetMethods()
            .SelectMany(method => method.GetCustomAttributes(inherit: false).OfType<Microsoft.Extensions.Logging.LoggerMessageAttribute>());

        events.Should().NotBeEmpty();
        events.Should().OnlyContain(entry => readme.Contains($"| {entry.EventId} | {entry.Level} | `{entry.EventName}` |"));
    }

    private static IHost Start(TemporaryFolder folder, ContactsEmulator emulator)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:App"] = $"Data Source={folder.At("contacts.db")};Pooling=False",
            ["Contacts:GatewayUrl"] = emulator.GatewayUrl.AbsoluteUri,
            ["Contacts:ApiKey"] = "api_example",
        });
        MyApp.Setup.AddMirror(builder.Services, builder.Configuration);
        return builder.Build();
    }

    private static Task<string> ReadAsync(string name) => File.ReadAllTextAsync(
        Path.Combine(AppContext.BaseDirectory, name == "README.md" ? name : Path.Combine("Readme", name)));
}
