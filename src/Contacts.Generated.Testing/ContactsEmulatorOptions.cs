using Microsoft.AspNetCore.Builder;

namespace Contacts.Generated.Testing;

/// <summary>What a <see cref="ContactsEmulator"/> holds and how it answers. Read once, when it starts.</summary>
public sealed class ContactsEmulatorOptions
{
    /// <summary>The largest number of contacts that an emulator makes up.</summary>
    public const int MaxContacts = 100_000;

    /// <summary>How many contacts there are at the start, 0 to 100,000. Default 25. Each is made up when it is first needed.</summary>
    public int Contacts { get; set; } = 25;

    /// <summary>What the data is made up from: equal seeds give equal data. Default 1.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The largest page: a larger <c>limit</c> is capped without a word, as the service is thought to do. Default 100.</summary>
    public int MaxLimit { get; set; } = 100;

    /// <summary>The form of the answers: the web application's, which is the contract's, or the one that the vendor's reference promises. Default <see cref="ContactsDialect.WebApp"/>.</summary>
    public ContactsDialect Dialect { get; set; }

    /// <summary>
    /// Whether what only the other dialect writes has no effect, as it is thought to have none at the service; the answer is
    /// 200 all the same. Default false: the requests of both dialects work.
    /// </summary>
    public bool Strict { get; set; }

    /// <summary>Whether the lists move while they are read: between two list requests an item is inserted at the top, and another one is removed. Default false.</summary>
    public bool ShiftWhilePaging { get; set; }

    /// <summary>The port on 127.0.0.1, or 0 for any that is free. Default 0.</summary>
    public int Port { get; set; }

    /// <summary>
    /// How many bytes <see cref="ContactsEmulator.Requests"/> may take, 0 or more. Above that the bodies of the oldest requests are let go, and then the oldest
    /// requests. Default 32 MiB.
    /// </summary>
    public long MaxRequestLogBytes { get; set; } = 32L << 20;

    /// <summary>
    /// How many bytes of uploaded files are kept, 0 or more. Above that the oldest are let go: at their addresses the answer is 410, with the reason.
    /// Default 64 MiB.
    /// </summary>
    public long MaxUploadBytes { get; set; } = 64L << 20;

    /// <summary>What answers requests before the gateway does, if it wants to.</summary>
    internal Action<IApplicationBuilder>? InFront { get; set; }

    internal ContactsEmulatorOptions Validated()
    {
        Check(Contacts is >= 0 and <= MaxContacts, nameof(Contacts), Contacts, "Contacts must be 0 to 100,000.");
        Check(MaxLimit >= 1, nameof(MaxLimit), MaxLimit, "MaxLimit must be at least 1.");
        Check(Port is >= 0 and <= 65_535, nameof(Port), Port, "Port must be 0, for any free port, to 65535.");
        Check(MaxRequestLogBytes >= 0, nameof(MaxRequestLogBytes), MaxRequestLogBytes, "MaxRequestLogBytes must be 0 or more.");
        Check(MaxUploadBytes >= 0, nameof(MaxUploadBytes), MaxUploadBytes, "MaxUploadBytes must be 0 or more.");
        Check(Dialect is ContactsDialect.WebApp or ContactsDialect.VendorSdk, nameof(Dialect), Dialect, "Dialect must be WebApp or VendorSdk.");
        return (ContactsEmulatorOptions)MemberwiseClone();
    }

    private static void Check(bool valid, string member, object value, string message)
    {
        if (!valid)
        {
            throw new ArgumentOutOfRangeException(member, value, message);
        }
    }
}
