namespace Contacts.Generated.Tests;

/// <summary>
/// A client over a scripted handler and a clock that stands still; waits between attempts are none unless a test sets the jitter.
/// </summary>
internal sealed class Bench
{
    public const string Contact = """{"id":"con_1","display_name":"Test Person"}""";
    public const string Comment = """{"_id":"cmc_1","content":"Called back."}""";
    public const string Page = """{"data":[{"id":"con_1"}],"count":1,"total":1,"has_more":false}""";

    public Bench(params Answer[] answers)
        : this(null, answers)
    {
    }

    public Bench(Action<ContactsClientOptions>? configure, params Answer[] answers)
        : this(new FaultClock(), configure, answers)
    {
    }

    public Bench(FaultClock clock, Action<ContactsClientOptions>? configure, params Answer[] answers)
    {
        Clock = clock;
        Handler = new ScriptedHandler(answers);
        var options = new ContactsClientOptions
        {
            GatewayUrl = new Uri("http://gateway.test"),
            ApiKey = "api_test",
            TimeProvider = clock,
            Jitter = static () => 0,
        };
        configure?.Invoke(options);
        Client = new ContactsClient(options, new HttpClient(Handler) { Timeout = Timeout.InfiniteTimeSpan });
    }

    public FaultClock Clock { get; }

    public ScriptedHandler Handler { get; }

    public ContactsClient Client { get; }

    public static UploadContent Picture => UploadContent.FromBytes(new byte[] { 1, 2, 3 }, "picture.png");

    public Task<Contact> GetAsync(CancellationToken cancellationToken = default) =>
        Client.GetAsync("con_1", cancellationToken).WaitAsync(HangGuard.Limit, CancellationToken.None);
}
