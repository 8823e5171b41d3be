namespace Contacts.Generated.Tests;

/// <summary>Clients that talk to a <see cref="FakeGateway"/> and wait for nothing between attempts.</summary>
internal static class TestClients
{
    public static readonly Uri Gateway = new("http://gateway.test");

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
}
