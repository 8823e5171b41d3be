using System.Diagnostics;

namespace Contacts.Generated;

/// <summary>
/// The picture was uploaded, but the contact could not be pointed at it. Set what <see cref="GetUploadedUrl"/> gives as the contact's
/// avatar with an update instead of uploading again: each upload makes a further stored object.
/// </summary>
public sealed class ContactsAvatarNotSetException : ContactsException
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _uploadedUrl;

    /// <summary>Makes the exception; tests of an application may do so too.</summary>
    /// <param name="uploadedUrl">Where the uploaded picture is.</param>
    /// <param name="innerException">Why the update failed.</param>
    public ContactsAvatarNotSetException(string uploadedUrl, Exception innerException)
        : base((innerException as ContactsException)?.RequestId, innerException)
    {
        _uploadedUrl = uploadedUrl;
        Attempts = (innerException as ContactsException)?.Attempts ?? [];
    }

    /// <summary>
    /// Where the uploaded picture is. It stays there. The address is the service's own text, and whoever knows it can read the picture:
    /// look at it before you log it. A method, because loggers that walk an exception read its properties.
    /// </summary>
    /// <returns>The address.</returns>
    public string GetUploadedUrl() => _uploadedUrl;

    /// <summary>Whether the update may succeed later without a change; the picture is not to be uploaded again.</summary>
    public override bool IsTransient => InnerException is ContactsException { IsTransient: true };

    internal override string Summary => "The picture was uploaded, but the contact's avatar was not set";

    internal override string Advice => "Update the contact with GetUploadedUrl() as its avatar instead of uploading again; the inner exception has the cause.";
}
