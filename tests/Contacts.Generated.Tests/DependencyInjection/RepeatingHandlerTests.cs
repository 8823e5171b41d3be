using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Polly;

namespace Contacts.Generated.Tests;

public sealed class RepeatingHandlerTests : IDisposable
{
    private readonly ServiceCollection _services = new();
    private readonly FakeGateway _gateway = new() { Otherwise = static _ => FakeGateway.Answer(503) };
    private readonly RecordedLogs _logs = new();

    public static TheoryData<string> Inherited => [.. _inherited.Keys];

    private static readonly Dictionary<string, Action<IHttpClientBuilder>> _inherited = new()
    {
        ["Polly 7, retry"] = static builder =>
            builder.AddTransientHttpErrorPolicy(policy => policy.WaitAndRetryAsync(3, static _ => TimeSpan.Zero)),
        ["Polly 7, any policy"] = static builder =>
            builder.AddPolicyHandler(Policy.HandleResult<HttpResponseMessage>(static it => !it.IsSuccessStatusCode).RetryAsync(3)),
        ["Polly 7, derived"] = static builder => builder.AddHttpMessageHandler(static () => new Derived()),
        ["Polly 8, hedging"] = static builder => builder.AddStandardHedgingHandler(),
        ["Polly 8, of one's own"] = static builder => builder.AddResilienceHandler("own", static pipeline =>
            pipeline.AddRetry(new Microsoft.Extensions.Http.Resilience.HttpRetryStrategyOptions { Delay = TimeSpan.Zero })),
    };

    public void Dispose() => _logs.Dispose();

    [Theory]
    [MemberData(nameof(Inherited))]
    public async Task Handlers_that_repeat_and_that_the_host_gives_to_all_clients_are_taken_out(string name)
    {
        _services.ConfigureHttpClientDefaults(builder => _inherited[name](builder));
        var client = Build();

        (await client.Invoking(static it => it.ListAsync()).Should().ThrowAsync<ContactsServerException>())
            .Which.Attempts.Should().HaveCount(3);
        _gateway.Requests.Should().HaveCount(3);

        (await UploadAsync(client)).Which.Should().BeOfType<ContactsServerException>().Which.Attempts.Should().ContainSingle();
        _gateway.Requests.Should().HaveCount(3 + 1);
        _logs.Lines.Should().NotContain(line => line.EventId == 6);
    }

    [Fact]
    public async Task One_that_no_name_tells_is_told_once()
    {
        _services.ConfigureHttpClientDefaults(static builder => builder.AddHttpMessageHandler(static () => new RetryingHandler()));
        var client = Build();
        for (var call = 0; call < 2; call++)
        {
            await client.Invoking(static it => it.GetAsync("c1")).Should().ThrowAsync<ContactsServerException>();
        }

        _gateway.Requests.Should().HaveCount(2 * 3 * 4, "what may be repeated is, since the handler is the application's own");
        var line = _logs.Lines.Should().ContainSingle(line => line.EventId == 6).Which;
        (line.Level, line.EventName).Should().Be((LogLevel.Warning, "AttemptRepeated"));
        line.Text.Should()
            .StartWith("get: a handler of the HttpClient tried to send one request 4 times.").And.Contain("Remove the handler");
    }

    [Theory]
    [InlineData("the same message")]
    [InlineData("a copy")]
    [InlineData("a copy without its options")]
    public async Task What_must_not_be_repeated_is_not_sent_again_and_the_caller_sees_the_first_answer(string again)
    {
        Func<HttpRequestMessage, HttpRequestMessage> copy = again switch
        {
            "the same message" => static request => request,
            "a copy" => static request => Copy(request, withOptions: true),
            _ => static request => Copy(request, withOptions: false),
        };
        await using var server = await LoopbackServer.AnsweringAsync(503, """{"message":"busy"}""");
        _services.AddContactsClient(options => Use(options, server.Address))
            .AddHttpMessageHandler(() => new RetryingHandler { Again = copy });
        var client = _services.BuildServiceProvider().GetRequiredService<ContactsClient>();

        var error = (await UploadAsync(client)).Which;

        server.Requests.Should().Be(1);
        error.ToString().Should().Contain("must not be repeated");
        error.Should().BeOfType<ContactsServerException>().Which.Status.Should().Be(503);
        error.Attempts.Should().ContainSingle().Which.Status.Should().Be(503);
        _logs.Lines.Should().ContainSingle(line => line.EventId == 6);
    }

    [Fact]
    public async Task A_request_of_ones_own_that_may_not_be_repeated_is_not_either()
    {
        var client = Build(static builder => builder.AddHttpMessageHandler(static () => new RetryingHandler()));
        using var request = new HttpRequestMessage(HttpMethod.Post, "contacts")
        { Content = new StringContent("{}", Encoding.UTF8, "application/json") };

        await client.Invoking(it => it.SendAsync(request)).Should().ThrowAsync<ContactsServerException>();

        _gateway.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(307)]
    public async Task What_has_done_nothing_yet_may_be_sent_again(int status)
    {
        _gateway.Then(status);
        _gateway.Otherwise = static _ => FakeGateway.Answer(200, """{"url":"https://files.test/a.png"}""");
        var client = Build(builder =>
            builder.AddHttpMessageHandler(() => new RetryingHandler { IsTransient = response => (int)response.StatusCode == status }));

        await client.UploadAvatarAsync(UploadContent.FromBytes(new byte[4], "a.png"));

        _gateway.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_connection_that_never_stood_may_be_tried_again()
    {
        _gateway.ThenThrow(static () =>
            new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused)));
        _gateway.Otherwise = static _ => FakeGateway.Answer(200, """{"url":"https://files.test/a.png"}""");
        var client = Build(static builder => builder.AddHttpMessageHandler(static () => new RetryingHandler()));

        await client.UploadAvatarAsync(UploadContent.FromBytes(new byte[4], "a.png"));

        _gateway.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Two_sends_at_a_time_are_two_as_well()
    {
        var client = Build(static builder => builder.AddHttpMessageHandler(static () => new Doubling()));
        _gateway.Otherwise = GoodAnswers.To;

        (await UploadAsync(client))
            .Which.Should().BeOfType<ContactsConnectionException>().Which.Message.Should().Contain("a second time, which was refused");

        _gateway.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task An_ordinary_handler_is_not_suspected()
    {
        var client = Build(
            static builder => builder.AddHttpMessageHandler(static () => new RetryingHandler { IsTransient = static _ => false }));
        await client.Invoking(static it => it.GetAsync("c1")).Should().ThrowAsync<ContactsServerException>();

        _gateway.Requests.Should().HaveCount(3);
        _logs.Lines.Should().NotContain(line => line.EventId == 6);
    }

    private static HttpRequestMessage Copy(HttpRequestMessage request, bool withOptions)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content };
        foreach (var header in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        foreach (var option in withOptions ? request.Options : [])
        {
            ((IDictionary<string, object?>)copy.Options)[option.Key] = option.Value;
        }

        return copy;
    }

    private static Task<FluentAssertions.Specialized.ExceptionAssertions<ContactsException>> UploadAsync(ContactsClient client) =>
        client.Invoking(static it => it.UploadAvatarAsync(UploadContent.FromBytes(new byte[4], "a.png")))
            .Should().ThrowAsync<ContactsException>();

    private ContactsClient Build(Action<IHttpClientBuilder>? configure = null)
    {
        var builder = _services.AddContactsClient(options => Use(options, TestClients.Gateway)).To(_gateway);
        configure?.Invoke(builder);
        return _services.BuildServiceProvider().GetRequiredService<ContactsClient>();
    }

    private void Use(ContactsClientOptions options, Uri gateway)
    {
        Registrations.Good(options);
        (options.GatewayUrl, options.LoggerFactory) = (gateway, _logs);
    }

    private sealed class Derived()
        : PolicyHttpMessageHandler(Policy.HandleResult<HttpResponseMessage>(static it => !it.IsSuccessStatusCode).RetryAsync(3));

    private sealed class Doubling : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var both = await Task.WhenAll(base.SendAsync(request, cancellationToken), base.SendAsync(request, cancellationToken));
            return both[0];
        }
    }
}
