namespace Contacts.Generated.Tests;

/// <summary>Clients that talk to a <see cref="FakeGateway"/> and wait for nothing between attempts.</summary>
internal static class TestClients
{
    /// <summary>The path of the service at every gateway.</summary>
    public const string BasePath = "/channel-service/v1";

    public static readonly Uri Gateway = new("http://gateway.test");

    /// <summary>Where the clients go that try a call once.</summary>
    public static readonly Uri Root = new("https://gateway.example");

    public static ContactsClient To(FakeGateway gateway, Action<ContactsClientOptions>? configure = null) =>
        new(Options(configure), new HttpClient(gateway.CreateHandler()));

    public static ContactsClientOptions Options(Action<ContactsClientOptions>? configure = null)
    {
        var options = new ContactsClientOptions { GatewayUrl = Gateway, ApiKey = "key-1", RetryDelay = TimeSpan.Zero };
        configure?.Invoke(options);
        return options;
    }

    public static ContactsClient To(FakeGateway gateway, ContactsCredential credential, Action<ContactsClientOptions>? configure = null) =>
        To(gateway, options =>
        {
            (options.ApiKey, options.Credential) = (null, credential);
            configure?.Invoke(options);
        });

    /// <summary>A client with an API key, unless the test sets another credential, and without retries.</summary>
    public static ContactsClient Client(this FakeGateway gateway, Action<ContactsClientOptions>? configure = null)
    {
        var options = new ContactsClientOptions { GatewayUrl = Root, MaxRetries = 0 };
        configure?.Invoke(options);
        if (options is { ApiKey: null, AccessToken: null, BearerToken: null, Credential: null })
        {
            options.ApiKey = "api_test_key";
        }

        return new ContactsClient(options, new HttpClient(gateway.CreateHandler(), disposeHandler: false));
    }

    public static ContactsClient Client(this FakeGateway gateway, Engine engine, Action<ContactsClientOptions>? configure = null) =>
        gateway.Client(options =>
        {
#if NETSTANDARD_BUILD
            _ = engine; // There is one library, whichever is asked for.
#else
            if (engine == Engine.Newtonsoft)
            {
                options.UseNewtonsoftJson();
            }
#endif

            configure?.Invoke(options);
        });
}
