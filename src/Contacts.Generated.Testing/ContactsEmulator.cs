namespace Contacts.Generated.Testing;

/// <summary>
/// The contacts and notifications API in your test's own process, over real HTTP on a loopback port: all operations on
/// synthetic data that remembers what was done to it. Any number can run at the same time.
/// </summary>
/// <example>
/// <code>
/// await using var emulator = ContactsEmulator.Start();
/// var client = emulator.CreateClient();
/// var page = await client.ListAsync();
/// </code>
/// </example>
public sealed class ContactsEmulator : IAsyncDisposable, IDisposable
{
    private readonly CancellationTokenSource _disposed = new();
    private readonly OpenConnections _connections = new();
    private readonly RequestLog _requests;
    private readonly RetryWaits _waits = new();
    private readonly EmulatorState _state;
    private readonly FaultPlan _faults;
    private readonly EmulatorServer _server;
    private int _isDisposed;

    private ContactsEmulator(ContactsEmulatorOptions options)
    {
        _requests = new RequestLog(options.MaxRequestLogBytes);
        _state = new EmulatorState(options);
        var routes = new RouteTable(_state, ResponseForm.Of(options.Dialect));
        _faults = new FaultPlan(routes.Operations);
        var gateway = new Gateway(new EmulatorService(_state, routes), _faults, _requests, _connections, _disposed.Token);
        _server = EmulatorServer.Start(gateway, options.Port, options.InFront);
        GatewayUrl = _server.Address;
    }

    /// <summary>The address to give to a client as its <see cref="ContactsClientOptions.GatewayUrl"/>.</summary>
    public Uri GatewayUrl { get; }

    /// <summary>
    /// The contacts, in the order that a list without <c>sort</c> has. Change them at any time, the list and the contacts in
    /// it: the next request sees it. Enumeration sees the list as it was when it began.
    /// </summary>
    public IList<Contact> Contacts => _state.Contacts;

    /// <summary>The notifications, the newest first. Change them at any time, as <see cref="Contacts"/>.</summary>
    public IList<Notification> Notifications => _state.Notifications;

    /// <summary>
    /// The latest 5,000 requests that came, in the order they came; a copy. Requests that were made to fail are among them. Of many large ones only the latest
    /// bodies are kept: <see cref="ContactsEmulatorOptions.MaxRequestLogBytes"/>.
    /// </summary>
    public IReadOnlyList<EmulatorRequest> Requests => _requests.Snapshot();

    /// <summary>How long the clients made by <see cref="CreateClient"/> would have waited before each of their retries, in the order they began; a copy.</summary>
    public IReadOnlyList<TimeSpan> Waits => _waits.Snapshot();

    /// <summary>Starts an emulator, and holds the calling thread until it runs. To start many at once use <see cref="StartAsync"/>.</summary>
    /// <param name="configure">What differs from the defaults.</param>
    /// <returns>The running emulator; dispose it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its bounds. The message names it.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static ContactsEmulator Start(Action<ContactsEmulatorOptions>? configure = null)
    {
        return new ContactsEmulator(Configured(configure));
    }

    /// <summary>Starts an emulator without holding a thread of the thread pool, so that many can be started at once.</summary>
    /// <param name="configure">What differs from the defaults.</param>
    /// <param name="cancellationToken">Cancels the start: what has started by then is disposed.</param>
    /// <returns>The running emulator; dispose it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its bounds. The message names it.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<ContactsEmulator> StartAsync(Action<ContactsEmulatorOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var options = Configured(configure);
        var emulator = await OwnThread.RunAsync(() => new ContactsEmulator(options)).ConfigureAwait(false);
        if (cancellationToken.IsCancellationRequested)
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return emulator;
    }

    /// <summary>
    /// Makes a client of this emulator, with an API key unless you set another credential. It does not wait before its
    /// retries; <see cref="Waits"/> has how long it would have waited. Its time limits are real. It never goes through a proxy,
    /// whatever the environment says.
    /// </summary>
    /// <param name="configure">What differs from the defaults.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
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

    /// <summary>Makes requests fail, the next ones that come. Faults asked for earlier go first.</summary>
    /// <param name="operation">One of <see cref="ContactsOperations"/>; null for every operation.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How many requests fail, retries counted. Default 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such operation. The message has the nearest name.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is below 1.</exception>
    public void FailNext(string? operation, EmulatorFault fault, int times = 1) => _faults.Add(operation, fault, times);

    /// <summary>Goes back to the start: the data as it was made up, no uploaded file, no fault to come, nothing recorded.</summary>
    public void Reset()
    {
        _faults.Clear();
        _state.Reset();
        _requests.Clear();
        _waits.Clear();
    }

    /// <summary>Ends the server and whatever request is underway. Further calls do nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            _disposed.Cancel();
            _connections.Abort();
            _server.Dispose();
        }
    }

    /// <summary>Does what <see cref="Dispose"/> does.</summary>
    /// <returns>A task that is done when the server has ended.</returns>
    public ValueTask DisposeAsync() => new(OwnThread.RunAsync(Dispose));

    private static ContactsEmulatorOptions Configured(Action<ContactsEmulatorOptions>? configure)
    {
        var options = new ContactsEmulatorOptions();
        configure?.Invoke(options);
        return options.Validated();
    }
}
