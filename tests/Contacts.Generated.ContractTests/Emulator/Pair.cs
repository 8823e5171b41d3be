using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>
/// A client of one dialect on an emulator of one form. What either of them says in the web application's form, which is the
/// contract's, is checked against the contract.
/// </summary>
internal sealed class Pair : IDisposable
{
    private readonly ContractRecorder _recorder;
    private readonly HttpClient _http;
    private readonly ContactsDialect _dialect;

    public Pair(ContactsDialect dialect, ContactsDialect form, Action<ContactsEmulatorOptions>? configure = null)
    {
        _dialect = dialect;
        Emulator = ContactsEmulator.Start(options =>
        {
            options.Dialect = form;
            configure?.Invoke(options);
        });
        _recorder = new ContractRecorder(
            new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false },
            checksRequests: dialect == ContactsDialect.WebApp,
            checksResponses: form == ContactsDialect.WebApp);
        _http = new HttpClient(_recorder);
        Client = CreateClient();
    }

    public static TheoryData<ContactsDialect, ContactsDialect> All => new()
    {
        { ContactsDialect.WebApp, ContactsDialect.WebApp },
        { ContactsDialect.WebApp, ContactsDialect.VendorSdk },
        { ContactsDialect.VendorSdk, ContactsDialect.WebApp },
        { ContactsDialect.VendorSdk, ContactsDialect.VendorSdk },
    };

    public ContactsEmulator Emulator { get; }

    public ContactsClient Client { get; }

    public ContactsClient CreateClient(Action<ContactsClientOptions>? configure = null)
    {
        var options =
            new ContactsClientOptions { GatewayUrl = Emulator.GatewayUrl, ApiKey = "api_test", Dialect = _dialect, MaxRetries = 0 };
        configure?.Invoke(options);
        return new ContactsClient(options, _http);
    }

    public void Dispose()
    {
        _http.Dispose();
        Emulator.Dispose();
        _recorder.Exchanges.Should().NotBeEmpty();
        _recorder.TakeViolations().Should().BeEmpty("what is in the contract's form must be as the contract says");
    }
}
