using System.Globalization;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using RedisRateLimiting;
using StackExchange.Redis;

namespace Contacts.Generated.FleetTests;

/// <summary>One process of a fleet. It says when it is ready, and works from the first line of its input until the last.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var gateway = new Uri(args[1]);
        await using var redis = await ConnectionMultiplexer.ConnectAsync(args[2]);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        await (args[0] == "bucket" ? ShareBucketAsync(gateway, redis, http) : ShareTokenAsync(gateway, redis, http, new Uri(args[3])));
        return 0;
    }

    /// <summary>Makes as many calls as the bucket allows, until the process is killed or its input ends.</summary>
    private static async Task ShareBucketAsync(Uri gateway, ConnectionMultiplexer redis, HttpClient http)
    {
        await using var limiter = new RedisTokenBucketRateLimiter<string>("contacts", new RedisTokenBucketRateLimiterOptions
        {
            ConnectionMultiplexerFactory = () => redis,
            TokenLimit = BucketTests.TokenLimit,
            TokensPerPeriod = BucketTests.TokensPerPeriod,
            ReplenishmentPeriod = BucketTests.Period,
        });
        var client = new ContactsClient(
            new ContactsClientOptions { GatewayUrl = gateway, ApiKey = "api_fleet", MaxRetries = 0, RateLimiter = limiter }, http);
        await BeginAsync();
        using var ended = new CancellationTokenSource();
        var calls = Enumerable.Range(0, 32).Select(_ => CallAsync(client, ended.Token)).ToList();
        await Console.In.ReadToEndAsync();
        await ended.CancelAsync();
        Console.WriteLine((await Task.WhenAll(calls)).Sum().ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<int> CallAsync(ContactsClient client, CancellationToken cancellationToken)
    {
        for (var count = 0; ; count++)
        {
            try
            {
                await client.ListAsync(new ContactsListOptions { Limit = 1 }, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return count;
            }
        }
    }

    /// <summary>Makes some calls with a token that all processes share.</summary>
    private static async Task ShareTokenAsync(Uri gateway, ConnectionMultiplexer redis, HttpClient http, Uri issuer)
    {
        var services = new ServiceCollection();
        services.AddStackExchangeRedisCache(options =>
            options.ConnectionMultiplexerFactory = () => Task.FromResult<IConnectionMultiplexer>(redis));
        services.AddHybridCache();
        await using var provider = services.BuildServiceProvider();
        var shared = new SharedCredential(
            provider.GetRequiredService<HybridCache>(), redis.GetDatabase(), token => http.GetStringAsync(issuer, token));
        var client = new ContactsClient(
            new ContactsClientOptions { GatewayUrl = gateway, Credential = ContactsCredential.AccessToken(shared.GetAsync) }, http);
        await BeginAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.ListAsync(new ContactsListOptions { Limit = 1 })));
        Console.WriteLine("done");
    }

    private static async Task BeginAsync()
    {
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
    }
}
