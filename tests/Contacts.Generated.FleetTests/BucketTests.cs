using System.Diagnostics;
using Contacts.Generated.Testing;

namespace Contacts.Generated.FleetTests;

/// <summary>Processes that share a bucket in Redis make together as many calls as it allows, whoever of them is left.</summary>
[Collection(nameof(RedisServer))]
public sealed class BucketTests(RedisServer redis)
{
    public const int TokenLimit = 50;
    public const int TokensPerPeriod = 5;

    private const double PerSecond = 50;

    public static TimeSpan Period { get; } = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Two_processes_share_what_the_bucket_allows_and_one_gets_all_of_it_when_the_other_is_killed()
    {
        await using var emulator = await ContactsEmulator.StartAsync(static options => options.RateLimit = new EmulatorRateLimit
        {
            // In two seconds: a full bucket, what it then gets, and as much again for calls that were late. A bucket for each process would
            // be too much, and a single call too many blocks the key for a minute.
            Permits = (2 * TokenLimit) + (int)(2 * PerSecond),
            Window = TimeSpan.FromSeconds(2),
        });
        var arguments = new[] { "bucket", emulator.GatewayUrl.ToString(), redis.Address };
        using var first = await FleetProcess.StartAsync(arguments);
        using var second = await FleetProcess.StartAsync(arguments);
        await first.BeginAsync();
        await second.BeginAsync();
        await EmptyAsync(emulator);

        (await RateAsync(emulator)).Should().BeApproximately(PerSecond, PerSecond * 0.02, "two processes share the bucket");
        second.Kill();
        await EmptyAsync(emulator);
        (await RateAsync(emulator)).Should().BeApproximately(PerSecond, PerSecond * 0.02, "the one that is left gets all");

        int.Parse((await first.EndAsync())!, null).Should().BeInRange(1, emulator.Requests.Count, "no call failed: there was no 429");
    }

    /// <summary>Waits until the tokens that were saved up are spent.</summary>
    private static async Task EmptyAsync(ContactsEmulator emulator)
    {
        var before = emulator.Requests.Count;
        while (emulator.Requests.Count < before + (2 * TokenLimit))
        {
            await Task.Delay(Period);
        }
    }

    /// <summary>The requests per second, over eight of them.</summary>
    private static async Task<double> RateAsync(ContactsEmulator emulator)
    {
        var (before, started) = (emulator.Requests.Count, Stopwatch.GetTimestamp());
        await Task.Delay(TimeSpan.FromSeconds(8));
        return (emulator.Requests.Count - before) / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
