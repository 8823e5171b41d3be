using System.Threading.RateLimiting;
using Contacts.Generated.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>Whole lists against a service that takes five requests a second and then blocks for a minute, without Retry-After.</summary>
public sealed class WholeListLimitTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Five_thousand_contacts_are_all_read_with_the_defaults()
    {
        await using var emulator = Start();

        var ids = await emulator.CreateClient().ListAllAsync().Select(contact => contact.Id).ToListAsync();

        ids.Should().Equal(emulator.Contacts.Select(contact => contact.Id));
        emulator.Waits.Aggregate((one, other) => one + other).Should().BeGreaterThan(TimeSpan.FromMinutes(5), "there were many blocks");
    }

    [Fact]
    public async Task With_a_limiter_of_four_a_second_the_service_never_refuses()
    {
        await using var emulator = Start();
        using var limiter = new FourEachSecond(
            () => _clock.GetUtcNow() + emulator.Waits.Aggregate(TimeSpan.Zero, (one, other) => one + other));
        var client = emulator.CreateClient(options => options.RateLimiter = limiter);

        // One page at a time: a wait that one call skips would move the clock between another one's permit and its request.
        var paging = new ContactsPagingOptions { MaxPagesInFlight = 1 };
        var ids = await client.ListAllAsync(paging: paging).Select(contact => contact.Id).ToListAsync();

        ids.Should().Equal(emulator.Contacts.Select(contact => contact.Id));
        emulator.Requests.Should().HaveCount(limiter.Permits, "each request has a permit, and none is repeated");
        limiter.Permits.Should().BeInRange(50, 52, "there are fifty pages, which overlap");
    }

    [Fact]
    public async Task Without_waiting_a_block_out_the_list_fails_and_goes_on_from_its_last_page()
    {
        await using var emulator = Start();
        var client = emulator.CreateClient();
        var paging = new ContactsPagingOptions { MaxBlock = TimeSpan.Zero };
        var ids = new List<string>();
        var failures = 0;
        do
        {
            try
            {
                await foreach (var page in client.ListAllAsync(paging: paging).AsPages())
                {
                    ids.AddRange(page.Data.Select(contact => contact.Id));
                    paging.Continuation = page.Continuation;
                }
            }
            catch (ContactsRateLimitException)
            {
                failures++;
                _clock.Advance(TimeSpan.FromMinutes(1));
            }
        }
        while (paging.Continuation is not null);

        ids.Should().Equal(emulator.Contacts.Select(contact => contact.Id));
        failures.Should().BePositive();
    }

    [Fact]
    public async Task The_first_one_costs_one_request()
    {
        await using var emulator = Start();

        var first = await emulator.CreateClient().ListAllAsync().FirstAsync();

        first.Id.Should().Be(emulator.Contacts[0].Id);
        emulator.Requests.Should().ContainSingle();
    }

    private ContactsEmulator Start() => ContactsEmulator.Start(
        options => (options.Contacts, options.RateLimit, options.TimeProvider) = (5_000, new EmulatorRateLimit(), _clock));

    /// <summary>Gives four permits in each second of a clock, and refuses until the next one.</summary>
    private sealed class FourEachSecond(Func<DateTimeOffset> now) : RateLimiter
    {
        private readonly object _lock = new();
        private DateTimeOffset _second;
        private int _left;

        /// <summary>How many permits were given.</summary>
        public int Permits { get; private set; }

        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
            new(AttemptAcquireCore(permitCount));

        protected override RateLimitLease AttemptAcquireCore(int permitCount)
        {
            lock (_lock)
            {
                var time = now();
                if (time >= _second + TimeSpan.FromSeconds(1))
                {
                    (_second, _left) = (time, 4);
                }

                if (_left == 0)
                {
                    return new Lease(_second + TimeSpan.FromSeconds(1) - time);
                }

                _left--;
                Permits++;
                return new Lease(null);
            }
        }

        private sealed class Lease(TimeSpan? retryAfter) : RateLimitLease
        {
            public override bool IsAcquired => retryAfter is null;

            public override IEnumerable<string> MetadataNames => retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

            public override bool TryGetMetadata(string metadataName, out object? metadata)
            {
                metadata = retryAfter;
                return retryAfter is not null && metadataName == MetadataName.RetryAfter.Name;
            }
        }
    }
}
