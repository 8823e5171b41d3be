using System.Diagnostics;

namespace Contacts.Generated;

/// <summary>
/// The picture was uploaded, but the contact's avatar could not be set to it. Do not upload it again, since each upload stores a further
/// copy: update the contact with <see cref="GetUploadedUrl"/> as its avatar instead.
/// </summary>
public sealed class ContactsAvatarNotSetException : ContactsException
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _uploadedUrl;

    /// <summary>Creates the exception; an application's tests may do so too.</summary>
    /// <param name="uploadedUrl">The address of the uploaded picture.</param>
    /// <param name="innerException">Why the update failed.</param>
    public ContactsAvatarNotSetException(string uploadedUrl, Exception innerException)
        : base((innerException as ContactsException)?.RequestId, innerException)
    {
        _uploadedUrl = uploadedUrl;
        Attempts = (innerException as ContactsException)?.Attempts ?? [];
    }

    /// <summary>
    /// The address of the uploaded picture, which remains stored. Whoever knows the address can read the picture, so check it before you
    /// log it. This is a method, not a property, so that loggers that write out an exception's properties do not include it.
    /// </summary>
    /// <returns>The address.</returns>
    public string GetUploadedUrl() => _uploadedUrl;

    /// <summary>Whether the update may succeed later. Do not upload the picture again.</summary>
    public override bool IsTransient => InnerException is ContactsException { IsTransient: true };

    internal override string Summary => "The picture was uploaded, but the contact's avatar was not set";

    internal override string Advice =>
        "Update the contact with GetUploadedUrl() as its avatar instead of uploading again; the inner exception has the cause.";
}
