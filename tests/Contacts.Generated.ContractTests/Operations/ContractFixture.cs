using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests;

/// <summary>An emulator in the web application's form, and clients of it whose every exchange is checked against the contract.</summary>
public sealed class ContractFixture : IDisposable
{
    /// <summary>The id of the emulator's first contact, the one of the contract's examples.</summary>
    internal const string ContactId = "con_11111111-2222-4333-8444-555555555555";

    /// <summary>The id of the first comment on the emulator's first contact, as its seed makes it.</summary>
    internal const string CommentId = "cmc_b12c8c22-5d33-44c8-8532-42c31857d994";

    /// <summary>The id of the emulator's first notification, the one of the contract's examples.</summary>
    internal const string NotificationId = "not_33333333-4444-4555-8666-777777777777";

    /// <summary>The id of the conversation of the contract's examples. The emulator does not have it.</summary>
    internal const string ConversationId = "conv_22222222-3333-4444-8555-666666666666";

    private readonly Lazy<ContactsEmulator> _emulator = new(Start);
    private readonly HttpClient _httpClient;

    public ContractFixture() => _httpClient = new HttpClient(Recorder);

    internal ContactsEmulator Emulator => _emulator.Value;

    internal LeakWatch Leaks { get; } = new();

    /// <summary>
    /// What no log line, span or exception may hold: the credentials, and the people and ids that the emulator has at its start.
    /// </summary>
    internal IReadOnlyList<string> Secrets => field ??=
    [
        "api_test", "acc_test", ConversationId,
        .. Emulator.Contacts.SelectMany(contact => new[] { contact.Id, contact.DisplayName, contact.Email, contact.PhoneNumber })
            .OfType<string>().Where(static text => text.Length > 0),
        .. Emulator.Notifications.Select(notification => notification.Id),
    ];

    internal ContractRecorder Recorder { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    /// <summary>Puts the emulator back to its start; what was recorded stays.</summary>
    internal void Reset()
    {
        if (_emulator.IsValueCreated)
        {
            Emulator.Reset();
            NameFirst(Emulator);
        }
    }

    /// <summary>Makes a client that does not retry, so that one call is one request.</summary>
    internal ContactsClient CreateClient(Action<ContactsClientOptions>? configure = null)
    {
        var options = new ContactsClientOptions { GatewayUrl = Emulator.GatewayUrl, MaxRetries = 0, LoggerFactory = Leaks.LoggerFactory };
        configure?.Invoke(options);
        if (options is { AccessToken: null, BearerToken: null, Credential: null })
        {
            options.ApiKey ??= "api_test";
        }

        return new ContactsClient(options, _httpClient);
    }

    public void Dispose()
    {
        _httpClient.Dispose();
        Leaks.Dispose();
        if (_emulator.IsValueCreated)
        {
            Emulator.Dispose();
        }
    }

    private static ContactsEmulator Start()
    {
        var emulator = ContactsEmulator.Start();
        NameFirst(emulator);
        return emulator;
    }

    private static void NameFirst(ContactsEmulator emulator)
    {
        emulator.Contacts[0].Id = ContactId;
        emulator.Notifications[0].Id = NotificationId;
    }
}
