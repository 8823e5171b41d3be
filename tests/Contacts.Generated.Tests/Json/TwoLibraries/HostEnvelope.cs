namespace Contacts.Generated.Tests;

/// <summary>A type of an application that carries the SDK's models.</summary>
public sealed class HostEnvelope
{
    public string? RequestedBy { get; set; }

    public Contact? Contact { get; set; }

    public UpdateContactInput? Input { get; set; }

    public ContactFile? File { get; set; }

    public NotificationPage? Page { get; set; }
}
