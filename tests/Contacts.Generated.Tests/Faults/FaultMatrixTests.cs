using System.Net;
using System.Net.Sockets;

namespace Contacts.Generated.Tests;

/// <summary>Every operation against every fault: what the caller sees, what the receipts say, and that the client works on.</summary>
public sealed class FaultMatrixTests : IClassFixture<FaultServer>, IDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(30);

    private readonly FaultServer _server;
    private readonly ArrivalHandler _handler;
    private readonly HttpClient _http;

    public FaultMatrixTests(FaultServer server)
    {
        _server = server;
        _handler = new ArrivalHandler(Network(), server.OnBodyRead);
        _http = new HttpClient(_handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Where the clock of every test stands at first.</summary>
    public static DateTimeOffset Now { get; } = new FaultClock().GetUtcNow();

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var fault in Fault.All)
            {
                foreach (var operation in Operations.All.Where(fault.Applies))
                {
                    pairs.Add(fault.Name, operation.Name);
                }
            }

            return pairs;
        }
    }

    public static TheoryData<string> Names
    {
        get
        {
            var names = new TheoryData<string>();
            foreach (var operation in Operations.All)
            {
                names.Add(operation.Name);
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task A_fault_ends_in_the_right_outcome(string faultName, string operationName)
    {
        var fault = Fault.Of(faultName);
        var operation = Operations.Of(operationName);
        var expected = fault.Expect(operation);
        using var refused = fault.PlayAsync is null ? Refuse() : null;
        var clock = new FaultClock { Skips = static due => due < TimeSpan.FromSeconds(20) };
        var gateway = refused?.LocalEndPoint is IPEndPoint closed && fault.Throws is null
            ? new Uri($"http://127.0.0.1:{closed.Port}")
            : _server.Address;
        var client = Client(gateway, clock);
        var faulty = fault.PlayAsync is null
            ? client
            : client.WithOptions(new ContactsRequestOptions { Headers = { [FaultServer.Header] = fault.Name } });
        await GoodCallAsync(operation, clock);
        var connection = _handler.Connection;

        _handler.Throws = fault.Throws;
        var call = operation.OutcomeAsync(faulty, CancellationToken.None);
        if (fault.Stalls)
        {
            await StallAsync(expected, clock);
        }

        var outcome = await call;
        _handler.Throws = null;

        outcome.Failure?.GetType().Should().Be(expected.Failure, "{0} came", outcome.Failure);
        (outcome.Failure is null).Should().Be(expected.Failure is null, "{0} came", outcome.Failure);
        ((outcome.Failure as ContactsException)?.IsTransient ?? false).Should().Be(expected.IsTransient);
        outcome.Attempts.Should().HaveCount(expected.Attempts);
        outcome.Attempts.Should().OnlyContain(attempt => attempt.Status == expected.Status && attempt.Error == expected.Error);
        outcome.Attempts.Select(static attempt => attempt.WaitReason).Should().Equal(expected.Waits);
        outcome.Attempts.ElementAtOrDefault(1)?.Wait.Should().Be(expected.Waits.ElementAt(1) is null ? TimeSpan.Zero : fault.AsksToWait);
        if (fault.Stalls && expected.Error is not null)
        {
            outcome.Attempts.Should().OnlyContain(attempt => attempt.Duration == _limit);
        }

        await GoodCallAsync(operation, clock);
        if (fault.KeepsConnection is { } keeps)
        {
            (_handler.Connection == connection).Should().Be(keeps, "the connection is used again only where it can be");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Cancelling_ends_a_call_before_during_and_not_after_the_answer(string operationName)
    {
        var operation = Operations.Of(operationName);
        var clock = new FaultClock();
        var client = Client(_server.Address, clock);

        await CancelledAsync(client, new CancellationToken(canceled: true), () => Task.CompletedTask);
        _handler.Sent.Should().Be(0, "a call that is cancelled before it begins sends nothing");
        foreach (var (fault, stands) in new[] { ("stalled headers", (Func<Task>)_handler.SendingAsync),
            ("stalled body", _handler.StarvingAsync) })
        {
            using var source = new CancellationTokenSource();
            await GoodCallAsync(operation, clock);
            var cutOff = _handler.Connection;
            await CancelledAsync(
                client.WithOptions(new ContactsRequestOptions { Headers = { [FaultServer.Header] = fault } }), source.Token, async () =>
            {
                await stands();
                await source.CancelAsync();
            });
            await GoodCallAsync(operation, clock);
            _handler.Connection.Should().NotBe(cutOff, "the rest of the answer would come over it");
        }

        using var after = new CancellationTokenSource();
        (await operation.OutcomeAsync(client, after.Token)).Failure.Should().BeNull();
        var connection = _handler.Connection;
        await after.CancelAsync();
        await GoodCallAsync(operation, clock);
        _handler.Connection.Should().Be(connection, "the answer had been read to its end");

        async Task CancelledAsync(ContactsClient cancelled, CancellationToken token, Func<Task> cancel)
        {
            var call = operation.OutcomeAsync(cancelled, token);
            await cancel();
            var outcome = await call;
            outcome.Failure.Should().BeAssignableTo<OperationCanceledException>().Which.CancellationToken.Should().Be(token);
            await clock.NoTimersAsync();
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The SDK's own handler, but for the wrapper around it.</summary>
    private static HttpMessageHandler Network() => PrimaryHandler.Create();

    /// <summary>A port that is taken and yet refuses: nobody listens.</summary>
    private static Socket Refuse()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private ContactsClient Client(Uri gateway, FaultClock clock) => new(
        new ContactsClientOptions
        {
            GatewayUrl = gateway,
            ApiKey = "api_test",
            TimeProvider = clock,
            Jitter = static () => 0,
            MaxResponseBytes = 1 << 20,
        },
        _http);

    private async Task GoodCallAsync(Operation operation, FaultClock clock)
    {
        var outcome = await operation.OutcomeAsync(Client(_server.Address, clock), CancellationToken.None);
        outcome.Failure.Should().BeNull();
        await clock.NoTimersAsync();
        _handler.Reset();
        _server.Reset();
    }

    /// <summary>Lets each attempt run into its limit as soon as it stands still.</summary>
    private async Task StallAsync(Expected expected, FaultClock clock)
    {
        for (var attempt = 0; attempt < expected.Attempts; attempt++)
        {
            await (expected.Status is null ? _handler.SendingAsync() : _handler.StarvingAsync());

            clock.Advance(_limit);
        }
    }
}
