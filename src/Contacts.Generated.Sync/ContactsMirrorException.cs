namespace Contacts.Generated.Sync;

/// <summary>
/// The mirror cannot work as it is set up: its tables or its client are missing, or the changes that were asked for are no longer there.
/// The message says what to do, and is safe to log.
/// </summary>
public sealed class ContactsMirrorException : Exception
{
    /// <summary>Creates the exception; an application's tests may do so too.</summary>
    /// <param name="message">What is wrong, and what to do about it.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ContactsMirrorException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
