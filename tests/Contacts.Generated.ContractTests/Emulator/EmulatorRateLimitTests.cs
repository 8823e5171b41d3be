using System.Net;
using Contacts.Generated.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

public sealed class EmulatorRateLimitTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_window_takes_so_many_requests_and_begins_with_the_first()
    {
        await using var emulator = Start(new EmulatorRateLimit { Permits = 2, Window = TimeSpan.FromSeconds(10), Block = TimeSpan.Zero });

        (await StatusesAsync(emulator, 3)).Should().Equal(200, 200, 429);
        _clock.Advance(TimeSpan.FromSeconds(9.9));
        (await StatusesAsync(emulator, 1)).Should().Equal(429);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        (await StatusesAsync(emulator, 3)).Should().Equal(200, 200, 429);
    }

    [Fact]
    public async Task A_block_begins_with_the_first_request_too_many_and_is_not_prolonged_by_others()
    {
        await using var emulator = Start(new EmulatorRateLimit());

        (await StatusesAsync(emulator, 6)).Should().Equal(200, 200, 200, 200, 200, 429);
        _clock.Advance(TimeSpan.FromSeconds(59));
        (await StatusesAsync(emulator, 1)).Should().Equal(429);
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await StatusesAsync(emulator, 6)).Should().Equal(200, 200, 200, 200, 200, 429);
    }

    [Fact]
    public async Task A_refusal_is_plain_text_and_says_how_long_it_lasts_only_if_asked_to()
    {
        await using var silent = Start(new EmulatorRateLimit { Permits = 1 });
        await using var telling = Start(new EmulatorRateLimit { Permits = 1, SendsRetryAfter = true });

        (await RefusalAsync(silent)).Headers.RetryAfter.Should().BeNull();
        var first = await RefusalAsync(telling);
        _clock.Advance(TimeSpan.FromSeconds(44.5));
        var later = await RefusalAsync(telling);

        first.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(60));
        later.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(16), "a caller who comes back sooner is refused again");
        later.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
    }

    [Fact]
    public async Task Each_credential_has_a_count_of_its_own()
    {
        await using var emulator = Start(new EmulatorRateLimit { Permits = 1 });
        using var http = new EmulatorHttp(emulator, withKey: false);
        (string, string)[] credentials =
            [("x-api-key", "api_1"), ("x-api-key", "api_2"), ("x-access-token", "acc_1"), ("authorization", "Bearer acc_2")];

        foreach (var credential in credentials)
        {
            (await StatusesAsync(http, 2, credential)).Should().Equal(200, 429);
        }
    }

    [Fact]
    public async Task What_is_refused_before_it_reaches_the_service_does_not_count()
    {
        await using var emulator = Start(new EmulatorRateLimit { Permits = 1 });
        using var http = new EmulatorHttp(emulator);
        emulator.FailNext(null, EmulatorFault.Status(503));

        (await StatusesAsync(http, 1)).Should().Equal(503);
        (await StatusesAsync(http, 1, ("x-access-token", "ignored beside a key"))).Should().Equal(200);
        (await StatusesAsync(http, 1)).Should().Equal(429);
        (await StatusesAsync(emulator, 2, ("x-api-key", "api_unknown"))).Should().Equal(401, 401);
    }

    [Fact]
    public async Task A_wait_that_a_client_skips_is_over_for_the_emulator_too()
    {
        await using var emulator = Start(new EmulatorRateLimit { Permits = 2, SendsRetryAfter = true });
        var client = emulator.CreateClient();

        for (var i = 0; i < 5; i++)
        {
            await client.GetAsync(emulator.Contacts[0].Id);
        }

        emulator.Waits.Should().Equal(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Calls_that_are_held_back_for_several_rounds_skip_each_of_them()
    {
        await using var emulator = Start(new EmulatorRateLimit { Permits = 2, SendsRetryAfter = true });
        var client = emulator.CreateClient(static options => options.MaxRetries = 10);

        var calls = Enumerable.Range(0, 10).Select(_ => client.WithResponse.GetAsync(emulator.Contacts[0].Id));
        var responses = await Task.WhenAll(calls).WaitAsync(TimeSpan.FromSeconds(30));

        responses.Should().OnlyContain(static response => response.Status == 200);
        emulator.Waits.Should().NotBeEmpty().And.OnlyContain(static wait => wait > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_reset_forgets_the_counts()
    {
        await using var emulator = Start(new EmulatorRateLimit { Permits = 1 });
        (await StatusesAsync(emulator, 2)).Should().Equal(200, 429);

        emulator.Reset();

        (await StatusesAsync(emulator, 2)).Should().Equal(200, 429);
    }

    [Theory]
    [InlineData(0, 1, 0, "RateLimit.Permits*")]
    [InlineData(1, 0, 0, "RateLimit.Window*")]
    [InlineData(1, 1, -1, "RateLimit.Block*")]
    public void A_limit_that_makes_no_sense_is_refused_at_the_start(int permits, int window, int block, string message)
    {
        var limit = new EmulatorRateLimit
        {
            Permits = permits,
            Window = TimeSpan.FromSeconds(window),
            Block = TimeSpan.FromSeconds(block),
        };

        FluentActions.Invoking(() => Start(limit)).Should().Throw<ArgumentOutOfRangeException>().WithMessage(message);
    }

    private ContactsEmulator Start(EmulatorRateLimit limit) =>
        ContactsEmulator.Start(options => (options.RateLimit, options.TimeProvider) = (limit, _clock));

    private static async Task<List<int>> StatusesAsync(ContactsEmulator emulator, int count, params (string, string)[] headers)
    {
        using var http = new EmulatorHttp(emulator, withKey: headers.Length == 0);
        return await StatusesAsync(http, count, headers);
    }

    private static async Task<List<int>> StatusesAsync(EmulatorHttp http, int count, params (string, string)[] headers)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
        {
            using var response = await http.SendAsync("GET", "/contacts", headers: headers);
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }

    private static async Task<HttpResponseMessage> RefusalAsync(ContactsEmulator emulator)
    {
        using var http = new EmulatorHttp(emulator);
        while (true)
        {
            var response = await http.SendAsync("GET", "/contacts");
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return response;
            }

            response.Dispose();
        }
    }
}
