using Contacts.Generated.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MyApp;

public sealed class AppDb(DbContextOptions<AppDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddContactsMirror();
}

public static class Setup
{
    public static void AddMirror(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDbContextFactory<AppDb>(options => options.UseSqlite(configuration.GetConnectionString("App")));
        services.AddContactsClient("org_example", configuration.GetSection("Contacts"));
        services.AddContactsMirror<AppDb>(mirror => mirror.Organization("org_example", every: TimeSpan.FromMinutes(15)));
        services.AddHostedService<MirrorService>();
    }
}

public sealed class MirrorService(ContactsMirror<AppDb> mirror) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await mirror.CreateTablesAsync(stoppingToken); // not needed with migrations
        await mirror.RunAsync(stoppingToken);
    }
}

public sealed class Follower(ContactsMirror<AppDb> mirror)
{
    public async Task<long> FollowAsync(long seen, CancellationToken cancellationToken)
    {
        await foreach (var change in mirror.ReadChangesAsync("org_example", after: seen, cancellationToken))
        {
            Console.WriteLine($"{change.Kind} {change.ContactId} {string.Join(", ", change.Fields)}");
            seen = change.Number; // keep it with what you made of the change
        }

        return seen;
    }
}
