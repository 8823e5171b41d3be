using System.Net;
using Microsoft.AspNetCore.Builder;

namespace Contacts.Generated.Testing;

/// <summary>The data and the behaviour of a <see cref="ContactsEmulator"/>. The options are read once, when it starts.</summary>
public sealed class ContactsEmulatorOptions
{
    /// <summary>The largest number of contacts that an emulator generates.</summary>
    public const int MaxContacts = 10_000_000;

    /// <summary>The largest number of contacts that are searched, exported, or sorted by another field than <c>created_at</c>.</summary>
    internal const int MaxContactsToScan = 100_000;

    /// <summary>
    /// How many contacts are generated at the start, 0 to 10,000,000, unless there is a <see cref="DataFile"/>. Default 25. Each follows by
    /// a formula from the seed and its number, and is generated when it is needed, so a long list takes no more memory than a short one.
    /// With more than 100,000, contacts are listed as they stand or by <c>created_at</c>, and found by their ids; a search, another order,
    /// the export and <c>GetByBoardItem</c> get 501 and the reason, and enumerating <see cref="ContactsEmulator.Contacts"/> generates all
    /// of them.
    /// </summary>
    public int Contacts { get; set; } = 25;

    /// <summary>
    /// The path of a file with the contacts to begin with, instead of generated ones; null, the default, to generate them. It is read once,
    /// when the emulator starts, and <see cref="ContactsEmulator.Reset"/> brings back what it had. Fields have the names of the wire. A
    /// file is UTF-8, and one of these:
    /// <list type="bullet">
    /// <item>JSON: a list of contacts, a page as the service sends it, or an object with <c>contacts</c> and, if you like,
    /// <c>conversations</c>, <c>comments</c>, <c>message_comments</c>, <c>files</c>, <c>activities</c> and <c>notifications</c>. A
    /// contact may have the first four in itself, and a conversation its <c>activities</c>; elsewhere, <c>contact_id</c> or
    /// <c>conversation_id</c> says where they belong. A notification is the default user's unless its <c>recipient</c> is the name of
    /// another user.</item>
    /// <item>NDJSON: a contact on each line, or an object with one of the items, such as <c>{"comment":{…}}</c>.</item>
    /// <item>CSV: the names of the fields on the first line, as an export has them; labels are separated by semicolons.</item>
    /// </list>
    /// Ids that are missing are made up, unknown fields are kept, and notifications are generated unless the file has some.
    /// </summary>
    public string? DataFile { get; set; }

    /// <summary>The seed of the data: equal seeds give equal data. Default 1.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>
    /// Whose credential is whose: the key is an API key, access token or bearer token, and the value is the name of the user to whom it
    /// belongs. Users have notifications of their own, and write comments in their own name. Default empty. A credential that is not
    /// listed belongs to the default user, "Current User".
    /// </summary>
    /// <example>
    /// <code>
    /// await using var emulator = ContactsEmulator.Start(options =&gt; options.Users["api_second"] = "Second User");
    /// var second = emulator.CreateClient(options =&gt; options.ApiKey = "api_second");
    /// await second.DismissAllNotificationsAsync();
    /// Console.WriteLine($"{emulator.NotificationsOf("Second User").Count}, {emulator.Notifications.Count}");
    /// </code>
    /// </example>
    public IDictionary<string, string> Users { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The largest page: a larger limit is silently capped, as the service is thought to do. Default 100.</summary>
    public int MaxLimit { get; set; } = 100;

    /// <summary>How deep a list may be read by <c>skip</c>; null, the default, for as deep as it goes.</summary>
    public EmulatorSkipLimit? SkipLimit { get; set; }

    /// <summary>
    /// The dialect of the responses: the web application's, which is the contract's, or the one that the vendor's reference promises.
    /// Default <see cref="ContactsDialect.WebApp"/>.
    /// </summary>
    public ContactsDialect Dialect { get; set; }

    /// <summary>
    /// Whether to ignore what only the other dialect writes, as the service is thought to do; the response is 200 nevertheless. Default
    /// false: the requests of both dialects work.
    /// </summary>
    public bool Strict { get; set; }

    /// <summary>
    /// Whether the lists shift while they are read: between two list requests, one item is inserted at the top and another one is removed.
    /// Default false.
    /// </summary>
    public bool ShiftWhilePaging { get; set; }

    /// <summary>
    /// Whether to behave like an older gateway, which drops the body of a DELETE, so that the service returns 400. The SDK then dismisses a
    /// notification by its fallback for older gateways. Default false.
    /// </summary>
    public bool OlderGateway { get; set; }

    /// <summary>
    /// Whether to behave like the older service, which returns 400 and "Not Found" for an unknown id, where the newer one is thought to
    /// return 404. Default false.
    /// </summary>
    public bool OlderService { get; set; }

    /// <summary>
    /// How many requests to accept from one credential; beyond that, the response is 429. Null, the default, to accept any number.
    /// Requests that fail by <see cref="ContactsEmulator.FailNext"/> do not count.
    /// </summary>
    public EmulatorRateLimit? RateLimit { get; set; }

    /// <summary>
    /// The clock of <see cref="RateLimit"/>, <see cref="Latency"/> and <see cref="GatewayTimeout"/>. For a rate limit, the waits that
    /// clients skip (<see cref="ContactsEmulator.Waits"/>) are added to it, so that a block is over for a client that would have waited
    /// for its end. Default <see cref="TimeProvider.System"/>.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Whether the gateway checks JWTs; the package's README says which it rejects. False to accept any. Default true.
    /// </summary>
    public bool CheckJwts { get; set; } = true;

    /// <summary>
    /// Whether pages of other origins may call the emulator from a browser, as the service allows; false to send no CORS headers. Default
    /// true.
    /// </summary>
    public bool Cors { get; set; } = true;

    /// <summary>
    /// The path below which the gateway is reached, as on a machine of one's own, where it is <c>/api</c>; it is part of
    /// <see cref="ContactsEmulator.GatewayUrl"/>. The stubs and the log of <see cref="ContactsEmulator.Server"/> do not see it. Default
    /// empty.
    /// </summary>
    public string PathPrefix { get; set; } = "";

    /// <summary>How long each response takes, in the time of <see cref="TimeProvider"/>. Null, the default, to respond at once.</summary>
    public EmulatorLatency? Latency { get; set; }

    /// <summary>
    /// How long the responses of some operations take, by the constants of <see cref="ContactsOperations"/>; other operations have
    /// <see cref="Latency"/>. Default empty.
    /// </summary>
    public IDictionary<string, EmulatorLatency> LatencyOf { get; private set; } = new Dictionary<string, EmulatorLatency>();

    /// <summary>
    /// After how long the gateway gives up waiting for the service, in the time of <see cref="TimeProvider"/>: a response that
    /// <see cref="Latency"/> or <see cref="ContactsEmulator.FailNext"/> delays longer becomes a 504, and one that stalls is cut off. The
    /// real gateway waits for 30 seconds. Null, the default, to wait for ever.
    /// </summary>
    public TimeSpan? GatewayTimeout { get; set; }

    /// <summary>
    /// The IP address to listen on, or <c>localhost</c>. On another address than the machine's own, such as <c>0.0.0.0</c>, which
    /// containers and other machines reach, requests for any host name are answered. Default <c>127.0.0.1</c>.
    /// </summary>
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>The port, or 0 for any free port. Default 0.</summary>
    public int Port { get; set; }

    /// <summary>
    /// How many bytes <see cref="ContactsEmulator.Requests"/> may take, 0 or more. Beyond that, the bodies of the oldest requests are
    /// dropped, and then the oldest requests. Default 32 MiB.
    /// </summary>
    public long MaxRequestLogBytes { get; set; } = 32L << 20;

    /// <summary>
    /// How many bytes of uploaded files to keep, 0 or more. Beyond that, the oldest are dropped: a request for one gets 410 and the reason.
    /// Default 64 MiB.
    /// </summary>
    public long MaxUploadBytes { get; set; } = 64L << 20;

    /// <summary>
    /// Whether WireMock's admin API can be called, below <c>/__admin</c>, to read and change its mappings and its log from another process.
    /// It needs no credential. Default false.
    /// </summary>
    public bool AdminApi { get; set; }

    /// <summary>The contract whose operations are answered; null for the one that this package was built with.</summary>
    internal EmulatedContract? Contract { get; set; }

    /// <summary>Adds middleware before the emulator's own, which may respond to requests first.</summary>
    internal Action<IApplicationBuilder>? InFront { get; set; }

    /// <summary>Is told about each request when the emulator is done with it.</summary>
    internal Action<HandledRequest>? Handled { get; set; }

    /// <summary>Whether what only <paramref name="dialect"/> writes has an effect.</summary>
    internal bool Accepts(ContactsDialect dialect) => !Strict || Dialect == dialect;

    internal ContactsEmulatorOptions Validated()
    {
        Check(Contacts is >= 0 and <= MaxContacts, nameof(Contacts), Contacts, "Contacts must be 0 to 10,000,000.");
        if (DataFile is not null && string.IsNullOrWhiteSpace(DataFile))
        {
            throw new ArgumentException("DataFile must be the path of a file, or null to generate the data.", nameof(DataFile));
        }

        Check(MaxLimit >= 1, nameof(MaxLimit), MaxLimit, "MaxLimit must be at least 1.");
        Check(Port is >= 0 and <= 65_535, nameof(Port), Port, "Port must be 0, for any free port, to 65535.");
        Check(MaxRequestLogBytes >= 0, nameof(MaxRequestLogBytes), MaxRequestLogBytes, "MaxRequestLogBytes must be 0 or more.");
        Check(MaxUploadBytes >= 0, nameof(MaxUploadBytes), MaxUploadBytes, "MaxUploadBytes must be 0 or more.");
        Check(SkipLimit is not { MaxSkip: < 0 }, nameof(SkipLimit), SkipLimit?.MaxSkip ?? 0, "SkipLimit.MaxSkip must be 0 or more.");
        if (RateLimit is { } limit)
        {
            Check(limit.Permits >= 1, nameof(RateLimit), limit.Permits, "RateLimit.Permits must be at least 1.");
            Check(limit.Window > TimeSpan.Zero, nameof(RateLimit), limit.Window, "RateLimit.Window must be more than zero.");
            Check(limit.Block >= TimeSpan.Zero, nameof(RateLimit), limit.Block, "RateLimit.Block must be zero or more.");
        }

        Check(
            GatewayTimeout is not { } cut || (cut > TimeSpan.Zero && cut <= EmulatorLatency.Longest),
            nameof(GatewayTimeout),
            GatewayTimeout ?? TimeSpan.Zero,
            "GatewayTimeout must be more than zero and at most a day, or null to wait for ever.");
        CheckLatency(Latency, nameof(Latency));
        foreach (var (operation, latency) in LatencyOf)
        {
            CheckLatency(latency, $"{nameof(LatencyOf)}[\"{operation}\"]");
        }

        Check(
            IPAddress.TryParse(Host, out _) || string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase),
            nameof(Host),
            Host,
            "Host must be an IP address, such as 127.0.0.1 or 0.0.0.0, or localhost.");
        Check(
            PathPrefix is "" || (PathPrefix.StartsWith('/') && !PathPrefix.EndsWith('/')
                && PathPrefix.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '_' or '.' or '~')),
            nameof(PathPrefix),
            PathPrefix,
            "PathPrefix must begin with a slash and not end with one, such as /api, or be empty.");
        Check(Enum.IsDefined(Dialect), nameof(Dialect), Dialect, "Dialect must be WebApp or VendorSdk.");
        if (Users.Any(static user => string.IsNullOrWhiteSpace(user.Key) || string.IsNullOrWhiteSpace(user.Value)))
        {
            throw new ArgumentException("Users must have neither an empty credential nor an empty name.", nameof(Users));
        }

        var options = (ContactsEmulatorOptions)MemberwiseClone();
        options.LatencyOf = new Dictionary<string, EmulatorLatency>(LatencyOf, StringComparer.Ordinal);
        options.Users = new Dictionary<string, string>(Users, StringComparer.Ordinal);
        return options;
    }

    private static void CheckLatency(EmulatorLatency? latency, string name)
    {
        Check(
            latency is null || (latency.Delay >= TimeSpan.Zero && latency.Delay <= EmulatorLatency.Longest),
            name,
            latency?.Delay ?? TimeSpan.Zero,
            $"{name}.Delay must be zero to a day.");
        Check(
            latency is null || (latency.Jitter >= TimeSpan.Zero && latency.Jitter <= latency.Delay),
            name,
            latency?.Jitter ?? TimeSpan.Zero,
            $"{name}.Jitter must be zero or more, and not more than the Delay.");
    }

    private static void Check(bool valid, string member, object value, string message)
    {
        if (!valid)
        {
            throw new ArgumentOutOfRangeException(member, value, message);
        }
    }
}

/// <summary>
/// How deep an emulator lets a list be read by <c>skip</c>, as a service does that would have to count too far. What the service does is
/// unknown.
/// </summary>
public sealed record EmulatorSkipLimit
{
    /// <summary>The largest <c>skip</c> that is served, 0 or more. Default 10,000.</summary>
    public int MaxSkip { get; init; } = 10_000;

    /// <summary>
    /// Whether a larger one is answered with an empty page that says that nothing follows. Default false: with 400 and the service's error
    /// for an invalid request, which names <c>skip</c>.
    /// </summary>
    public bool IsSilent { get; init; }
}
