namespace Contacts.Generated.Testing;

/// <summary>
/// How many requests an emulator accepts from one credential, as a service that limits its callers does. By default: five a
/// second, then nothing for a minute and no Retry-After, which are the figures of the vendor's published compose file.
/// </summary>
/// <example>
/// <code>
/// await using var emulator = ContactsEmulator.Start(options => options.RateLimit = new EmulatorRateLimit { SendsRetryAfter = true });
/// var client = emulator.CreateClient();
/// for (var call = 0; call &lt; 6; call++)
///     await client.ListAsync();
/// Console.WriteLine($"The client would have waited {emulator.Waits[0]}.");
/// </code>
/// </example>
public sealed record EmulatorRateLimit
{
    /// <summary>How many requests a credential may make in a window, at least 1. Default 5.</summary>
    public int Permits { get; init; } = 5;

    /// <summary>
    /// How long a window lasts, more than zero; it begins with the first request after the one before has ended. Default one second.
    /// </summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long to refuse all requests of a credential that made too many, from the first of those on; zero to refuse only until the window
    /// ends. Default one minute.
    /// </summary>
    public TimeSpan Block { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether a refusal says in Retry-After, in whole seconds, when the next request will be accepted. Default false.
    /// </summary>
    public bool SendsRetryAfter { get; init; }
}
