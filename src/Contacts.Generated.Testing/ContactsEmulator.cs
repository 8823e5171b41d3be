using WireMock.Server;

namespace Contacts.Generated.Testing;

/// <summary>
/// The contacts and notifications API in your test's own process, over real HTTP on a loopback port: all operations, on synthetic
/// data that changes as requests change it. Any number of emulators can run at the same time.
/// </summary>
/// <example>
/// <code>
/// await using var emulator = ContactsEmulator.Start();
/// var client = emulator.CreateClient();
/// var page = await client.ListAsync();
/// </code>
/// </example>
public sealed partial class ContactsEmulator : IAsyncDisposable, IDisposable
{
    private readonly CancellationTokenSource _disposed = new();
    private readonly OpenConnections _connections = new();
    private readonly RequestLog _requests;
    private readonly RetryWaits _waits = new();
    private readonly EmulatorState _state;
    private readonly Arrangement _arrangement;
    private readonly FaultPlan _faults;
    private readonly LatencyPlan _latencies;
    private readonly EmulatorService _service;
    private readonly EmulatorServer _server;
    private int _isDisposed;

    private ContactsEmulator(ContactsEmulatorOptions options)
    {
        _requests = new RequestLog(options.MaxRequestLogBytes);
        _state = new EmulatorState(options, _waits);
        _arrangement = new Arrangement(_state);
        var routes = new RouteTable(options.Contract ?? EmulatedContract.Embedded, _state, EmulatorDialect.Of(options.Dialect));
        _faults = new FaultPlan(routes.Operations);
        _latencies = new LatencyPlan(options);
        foreach (var operation in options.LatencyOf.Keys)
        {
            _faults.RequireOperation(operation, nameof(ContactsEmulatorOptions.LatencyOf));
        }

        _service = new EmulatorService(_state, routes);
        var middleware = new EmulatorMiddleware(_service, _faults, _latencies, _requests, _connections, _disposed.Token);
        _server = EmulatorServer.Start(middleware, new EmulatorMappings(_service, middleware), options);
        GatewayUrl = _server.Address;
    }

    /// <summary>The address to set as a client's <see cref="ContactsClientOptions.GatewayUrl"/>.</summary>
    public Uri GatewayUrl { get; }

    /// <summary>
    /// Whether the gateway says that it is well when asked for its health, which is <c>GET</c> of <see cref="GatewayUrl"/>; if false, it
    /// responds with 503. Operations are answered in either case. Default true.
    /// </summary>
    public bool IsHealthy
    {
        get => _service.IsHealthy;
        set => _service.IsHealthy = value;
    }

    /// <summary>
    /// WireMock, which answers the requests: for stubs of your own, which win over the emulator's unless their priority is 1,000 or more,
    /// and for its log of the latest 500 requests. Requests that <see cref="FailNext"/> makes fail do not reach it, and bodies of more than
    /// 64 KiB are left out: a stub sees such a request without its body. <c>Server.Reset()</c> and <c>Server.ResetMappings()</c> take the
    /// emulator's own mappings away too, so that every request gets 404; <see cref="Reset"/> brings them back.
    /// </summary>
    /// <example>
    /// <code>
    /// using WireMock.RequestBuilders;
    /// using WireMock.ResponseBuilders;
    /// await using var emulator = ContactsEmulator.Start();
    /// var get = Request.Create().UsingGet().WithPath("/channel-service/v1/contacts/con_locked");
    /// emulator.Server.Given(get).RespondWith(Response.Create().WithStatusCode(423));
    /// </code>
    /// </example>
    public WireMockServer Server => _server.WireMock;

    /// <summary>
    /// The contacts, in the order in which they are listed when no order is asked for. Change the list, or the contacts in it, at any time:
    /// the next request sees the change. An enumeration sees the list as it was when the enumeration began.
    /// </summary>
    public IList<Contact> Contacts => _state.Contacts;

    /// <summary>
    /// The notifications of the default user, newest first. Change them at any time, as with <see cref="Contacts"/>. Those of other users
    /// are in <see cref="NotificationsOf"/>.
    /// </summary>
    public IList<Notification> Notifications => _state.NotificationsOf(EmulatorUser.Default);

    /// <summary>
    /// A copy of the latest 5,000 requests, in the order of arrival, including those that were made to fail. If they take too much memory,
    /// only the latest keep their bodies: see <see cref="ContactsEmulatorOptions.MaxRequestLogBytes"/>.
    /// </summary>
    public IReadOnlyList<EmulatorRequest> Requests => _requests.Snapshot();

    /// <summary>
    /// A copy of the waits that the clients created by <see cref="CreateClient"/> skipped, in the order in which they began: before
    /// retries, after a 429 of another call, and the first pause after a refusal of their limiter.
    /// </summary>
    public IReadOnlyList<TimeSpan> Waits => _waits.Snapshot();

    /// <summary>
    /// Starts an emulator, and blocks the calling thread until it runs. To start many at once, use <see cref="StartAsync"/>.
    /// </summary>
    /// <param name="configure">Changes the options from their defaults; null to keep them all.</param>
    /// <returns>The running emulator; dispose it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its bounds. The message names it.</exception>
    /// <exception cref="ArgumentException">An option is invalid. The message says what to set.</exception>
    /// <exception cref="IOException">The port is in use, or the data file cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// The data file has a mistake. The message names the file and the line, and says what to do.
    /// </exception>
    /// <example>
    /// <code>
    /// await using var emulator = ContactsEmulator.Start(options => options.Contacts = 50);
    /// emulator.FailNext(ContactsOperations.Get, EmulatorFault.Status(503));
    /// var contact = await emulator.CreateClient().GetAsync(emulator.Contacts[0].Id);
    /// Console.WriteLine($"{contact.DisplayName}, after {emulator.Requests.Count} requests");
    /// </code>
    /// </example>
    public static ContactsEmulator Start(Action<ContactsEmulatorOptions>? configure = null)
    {
        return new ContactsEmulator(Configured(configure));
    }

    /// <summary>Starts an emulator without blocking a thread of the thread pool, so that many can be started at once.</summary>
    /// <param name="configure">Changes the options from their defaults; null to keep them all.</param>
    /// <param name="cancellationToken">Cancels the start, and disposes what has started by then.</param>
    /// <returns>The running emulator; dispose it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its bounds. The message names it.</exception>
    /// <exception cref="ArgumentException">An option is invalid. The message says what to set.</exception>
    /// <exception cref="IOException">The port is in use, or the data file cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// The data file has a mistake. The message names the file and the line, and says what to do.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<ContactsEmulator> StartAsync(
        Action<ContactsEmulatorOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var options = Configured(configure);
        var emulator = await OnOwnThread(() => new ContactsEmulator(options)).ConfigureAwait(false);
        if (cancellationToken.IsCancellationRequested)
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return emulator;
    }

    /// <summary>
    /// Creates a client for this emulator, with an API key unless you set another credential. It does not wait before its retries or
    /// after a 429 of another call; <see cref="Waits"/> says how long it would have waited. Its time limits and its limiter's queue are
    /// real. It never uses a proxy, whatever the environment says.
    /// </summary>
    /// <param name="configure">Changes the options from their defaults; null to keep them all.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">An option is invalid. The message says what to set.</exception>
    public ContactsClient CreateClient(Action<ContactsClientOptions>? configure = null)
    {
        var options = new ContactsClientOptions { GatewayUrl = GatewayUrl, RetryWait = _waits.Skip };
        configure?.Invoke(options);
        if (options is { ApiKey: null, AccessToken: null, BearerToken: null, Credential: null })
        {
            options.ApiKey = "api_emulator";
        }

        // A proxy would look for the emulator on its own machine, and NO_PROXY seldom names 127.0.0.1.
        return new ContactsClient(options, Transport.Create(useProxy: false));
    }

    /// <summary>Makes the next requests fail. Faults that were planned earlier come first.</summary>
    /// <param name="operation">A constant of <see cref="ContactsOperations"/>, or null for every operation.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How many requests fail, including retries. Default 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such operation. The message suggests the nearest name.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is below 1.</exception>
    public void FailNext(string? operation, EmulatorFault fault, int times = 1) => _faults.Add(operation, fault, times);

    /// <summary>
    /// Starts over: the original data, no uploaded files, no planned faults, healthy, nothing recorded, and in <see cref="Server"/> only
    /// the emulator's own mappings.
    /// </summary>
    public void Reset()
    {
        _faults.Clear();
        _latencies.Reset();
        _service.IsHealthy = true;
        _server.Reset();
        _state.Reset();
        _requests.Clear();
        _waits.Clear();
    }

    /// <summary>Stops the server and aborts the requests that are underway. Further calls do nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            _disposed.Cancel();
            _connections.Abort();
            _server.Dispose();
        }
    }

    /// <summary>Does what <see cref="Dispose"/> does, without blocking.</summary>
    /// <returns>A task that completes when the server has stopped.</returns>
    public ValueTask DisposeAsync() => new(OnOwnThread(() =>
    {
        Dispose();
        return true;
    }));

    /// <summary>
    /// Runs work that blocks, as WireMock does while it starts and stops, on a thread of its own: the thread pool has only a few threads,
    /// and the server needs them.
    /// </summary>
    private static Task<T> OnOwnThread<T>(Func<T> work) => Task.Factory.StartNew(
        work, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);

    private static ContactsEmulatorOptions Configured(Action<ContactsEmulatorOptions>? configure)
    {
        var options = new ContactsEmulatorOptions();
        configure?.Invoke(options);
        return options.Validated();
    }
}
