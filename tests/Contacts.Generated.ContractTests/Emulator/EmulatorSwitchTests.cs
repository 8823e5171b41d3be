using System.Collections.Concurrent;
using System.Net;
using Contacts.Generated.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>What the emulator takes over from a real gateway when it is told to: time, prefix, origins, JWTs, health and address.</summary>
public sealed class EmulatorSwitchTests
{
    private const string Jwt = "eyJhbGciOiJub25lIn0.bm90IGpzb24.signature";
    private static readonly TimeSpan _cut = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Each_response_takes_its_latency_and_one_operation_another_one()
    {
        var clock = new RecordingClock();
        await using var emulator = ContactsEmulator.Start(options =>
        {
            options.TimeProvider = clock;
            options.Latency = new EmulatorLatency { Delay = TimeSpan.FromSeconds(2) };
            options.LatencyOf[ContactsOperations.Get] = new EmulatorLatency { Delay = TimeSpan.FromSeconds(7) };
        });
        using var http = new EmulatorHttp(emulator);

        await http.GetAsync("/contacts");
        await http.GetAsync($"/contacts/{emulator.Contacts[0].Id}");
        using var health = await http.SendToAsync("GET", "/");

        clock.Waits.Should().Equal(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Jitter_stays_within_its_bounds_and_repeats_with_the_seed()
    {
        var (first, again, other) = (await WaitsAsync(seed: 1), await WaitsAsync(seed: 1), await WaitsAsync(seed: 2));

        first.Should().AllSatisfy(wait => wait.Should().BeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(60)).And
            .BeLessThanOrEqualTo(TimeSpan.FromMilliseconds(140)));
        first.Distinct().Should().HaveCountGreaterThan(10);
        again.Should().Equal(first);
        other.Should().NotEqual(first);

        static async Task<IReadOnlyList<TimeSpan>> WaitsAsync(int seed)
        {
            var clock = new RecordingClock();
            await using var emulator = ContactsEmulator.Start(options =>
            {
                (options.Seed, options.TimeProvider) = (seed, clock);
                options.Latency = new EmulatorLatency { Delay = TimeSpan.FromMilliseconds(100), Jitter = TimeSpan.FromMilliseconds(40) };
            });
            using var http = new EmulatorHttp(emulator);
            for (var request = 0; request < 20; request++)
            {
                await http.GetAsync("/contacts");
            }

            return [.. clock.Waits];
        }
    }

    [Fact]
    public async Task What_takes_longer_than_the_gateway_waits_becomes_its_504()
    {
        // Only the gateway's own time passes.
        await using var emulator = ContactsEmulator.Start(options =>
        {
            options.TimeProvider = new RecordingClock(due => due <= _cut);
            options.GatewayTimeout = _cut;
            options.LatencyOf[ContactsOperations.List] = new EmulatorLatency { Delay = TimeSpan.FromSeconds(31) };
        });
        using var http = new EmulatorHttp(emulator);

        using var response = await http.SendAsync("GET", "/contacts");

        response.StatusCode.Should().Be(HttpStatusCode.GatewayTimeout);
        (await response.Content.ReadAsStringAsync()).Should().Be("Error occurred while trying to reach the service");
    }

    [Fact]
    public async Task A_body_that_stalls_is_cut_off_by_the_gateway()
    {
        var clock = new FakeTimeProvider();
        await using var emulator = ContactsEmulator.Start(options => (options.TimeProvider, options.GatewayTimeout) = (clock, _cut));
        emulator.FailNext(null, EmulatorFault.StalledBody);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var address = new Uri(emulator.GatewayUrl, EmulatorHttp.Root + "/contacts");
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);

        clock.Advance(_cut);

        await response.Content.Invoking(content => content.ReadAsByteArrayAsync()).Should().ThrowAsync<HttpRequestException>();
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/a/b")]
    public async Task Below_a_prefix_everything_works_and_nothing_is_beside_it(string prefix)
    {
        await using var emulator = ContactsEmulator.Start(options => options.PathPrefix = prefix);
        var client = emulator.CreateClient();
        using var http = new EmulatorHttp(emulator);

        (await client.ListAsync()).Data.Should().NotBeEmpty();
        var avatar = await client.UploadAvatarAsync(UploadContent.FromBytes(new byte[] { 1, 2, 3 }, "a.png"));
        using var beside = await http.SendToAsync("GET", "/channel-service/v1/contacts");
        using var health = await http.SendToAsync("GET", prefix + "/");

        emulator.GatewayUrl.AbsolutePath.Should().Be(prefix);
        avatar.Url.Should().StartWith($"http://127.0.0.1:{emulator.GatewayUrl.Port}/v1/files/");
        (await http.DownloadAsync(avatar.Url!)).Should().Equal(1, 2, 3);
        ((int)beside.StatusCode, (int)health.StatusCode).Should().Be((404, 200));
        emulator.Requests[0].Path.Should().StartWith(prefix + "/channel-service");
        emulator.Server.LogEntries[0].RequestMessage!.Path.Should().Be("/channel-service/v1/contacts");
    }

    [Fact]
    public async Task A_page_of_any_origin_may_call_it_with_credentials()
    {
        await using var emulator = ContactsEmulator.Start();
        using var http = new EmulatorHttp(emulator, withKey: false);

        using var asked = await http.SendAsync(
            "OPTIONS",
            "/contacts",
            content: null,
            ("Origin", "https://app.example"),
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "x-api-key,x-request-id"));
        using var answered = await http.SendAsync("GET", "/contacts", content: null, ("Origin", "https://app.example"), ("x-api-key", "k"));

        asked.StatusCode.Should().Be(HttpStatusCode.NoContent);
        Header(asked, "Access-Control-Allow-Origin").Should().Be("https://app.example");
        Header(asked, "Access-Control-Allow-Headers").Should().Be("x-api-key,x-request-id");
        Header(asked, "Access-Control-Allow-Credentials").Should().Be("true");
        Header(answered, "Access-Control-Allow-Origin").Should().Be("https://app.example");
        Header(answered, "Access-Control-Expose-Headers").Should().Be("x-request-id");
        emulator.Requests.Should().ContainSingle("the preflight request is the browser's");
    }

    [Fact]
    public async Task The_older_gateway_lets_no_page_send_the_id_of_a_request()
    {
        await using var emulator = ContactsEmulator.Start(options => options.OlderGateway = true);
        using var http = new EmulatorHttp(emulator, withKey: false);

        using var asked = await http.SendAsync(
            "OPTIONS",
            "/contacts",
            content: null,
            ("Origin", "https://app.example"),
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "x-request-id"));

        Header(asked, "Access-Control-Allow-Headers").Should().Contain("x-api-key").And.NotContain("x-request-id");
    }

    [Fact]
    public async Task Without_cors_no_page_is_allowed()
    {
        await using var emulator = ContactsEmulator.Start(options => options.Cors = false);
        using var http = new EmulatorHttp(emulator);

        using var answered = await http.SendAsync("GET", "/contacts", content: null, ("Origin", "https://app.example"));

        answered.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
    }

    [Theory]
    [InlineData("authorization", "Bearer " + Jwt, "org_example")]
    [InlineData("authorization", "Bearer " + Jwt, null)]
    [InlineData("x-access-token", Jwt, null)]
    public async Task Any_jwt_is_accepted_if_jwts_are_not_checked(string header, string value, string? organization)
    {
        (await StatusAsync(check: true)).Should().Be(401);
        (await StatusAsync(check: false)).Should().Be(200);

        async Task<int> StatusAsync(bool check)
        {
            await using var emulator = ContactsEmulator.Start(options => options.CheckJwts = check);
            using var http = new EmulatorHttp(emulator, withKey: false);
            (string, string)[] headers = organization is null ? [(header, value)] : [(header, value), ("x-organization-id", organization)];
            using var response = await http.SendAsync("GET", "/contacts", content: null, headers);
            return (int)response.StatusCode;
        }
    }

    [Fact]
    public async Task A_gateway_that_is_not_well_says_so_until_it_is_reset()
    {
        await using var emulator = ContactsEmulator.Start();
        using var http = new EmulatorHttp(emulator);
        emulator.IsHealthy = false;

        using var ill = await http.SendToAsync("GET", "/");
        (await http.GetAsync("/contacts")).GetProperty("data").GetArrayLength().Should().BePositive();
        emulator.Reset();
        using var well = await http.SendToAsync("GET", "/");

        ((int)ill.StatusCode, (int)well.StatusCode).Should().Be((503, 200));
    }

    [Theory]
    [InlineData("0.0.0.0", "127.0.0.1")]
    [InlineData("::", "[::1]")]
    [InlineData("::1", "[::1]")]
    [InlineData("localhost", "localhost")]
    [InlineData("127.0.0.2", "127.0.0.2")]
    public async Task It_listens_on_the_address_that_it_is_given(string host, string reachedAt)
    {
        await using var emulator = ContactsEmulator.Start(options => options.Host = host);

        (await emulator.CreateClient().ListAsync()).Data.Should().NotBeEmpty();

        emulator.GatewayUrl.Host.Should().Be(reachedAt);
    }

    [Theory]
    [InlineData("0.0.0.0", 200)]
    [InlineData("127.0.0.1", 421)]
    public async Task A_name_of_another_machine_is_served_only_where_other_machines_are(string host, int status)
    {
        await using var emulator = ContactsEmulator.Start(options => options.Host = host);
        using var http = new EmulatorHttp(emulator);

        using var response = await http.SendAsync("GET", "/contacts", content: null, ("Host", "emulator.internal"));

        ((int)response.StatusCode).Should().Be(status);
    }

    [Fact]
    public void What_cannot_be_is_refused_before_the_start_by_its_name()
    {
        Refused(options => options.Host = "example.com").Should().StartWith("Host must be an IP address");
        Refused(options => options.Host = "").Should().StartWith("Host must be an IP address");
        Refused(options => options.PathPrefix = "api").Should().StartWith("PathPrefix must begin with a slash");
        Refused(options => options.PathPrefix = "/").Should().StartWith("PathPrefix must begin with a slash");
        Refused(options => options.PathPrefix = "/a?b").Should().StartWith("PathPrefix must begin with a slash");
        Refused(options => options.GatewayTimeout = TimeSpan.Zero).Should().StartWith("GatewayTimeout must be more than zero");
        Refused(options => options.Latency = new EmulatorLatency { Delay = TimeSpan.FromDays(2) })
            .Should().StartWith("Latency.Delay must be");
        Refused(options => options.Latency = new EmulatorLatency { Jitter = TimeSpan.FromTicks(1) })
            .Should().StartWith("Latency.Jitter must");
        Refused(options => options.LatencyOf["get"] = new EmulatorLatency { Delay = TimeSpan.FromTicks(-1) })
            .Should().StartWith("LatencyOf[\"get\"].Delay must be");
        Refused(options => options.LatencyOf["gett"] = new EmulatorLatency()).Should()
            .StartWith("There is no operation \"gett\". Did you mean \"get\"? Use a constant of ContactsOperations.");

        static string Refused(Action<ContactsEmulatorOptions> configure) =>
            FluentActions.Invoking(() => ContactsEmulator.Start(configure)).Should().Throw<ArgumentException>().Which.Message;
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.GetValues(name));

    /// <summary>Passes at once, or stands still for the timers that are not to end, and remembers how long it was to wait.</summary>
    private sealed class RecordingClock(Func<TimeSpan, bool>? ends = null) : TimeProvider
    {
        public ConcurrentQueue<TimeSpan> Waits { get; } = new();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return base.CreateTimer(callback, state, dueTime, period);
            }

            Waits.Enqueue(dueTime);
            return base.CreateTimer(callback, state, ends?.Invoke(dueTime) == false ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, period);
        }
    }
}
