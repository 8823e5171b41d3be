namespace Contacts.Generated;

// The two steps that make a picture a contact's avatar, which the contract has as two operations.
public partial class ContactsClient
{
    /// <summary>Uploads a picture and makes it the contact's avatar.</summary>
    /// <remarks>The picture is readable by anybody who knows its address.</remarks>
    /// <param name="contactId">The contact.</param>
    /// <param name="file">The picture.</param>
    /// <param name="progress">Told how many bytes of the file were sent; null if nobody asks.</param>
    /// <param name="cancellationToken">Ends the call, wherever it is.</param>
    /// <returns>The contact as the service has it afterwards.</returns>
    /// <exception cref="ArgumentException">An argument is not usable; nothing was sent.</exception>
    /// <exception cref="ContactsAvatarNotSetException">The upload succeeded and the second step failed; the exception says where the picture is.</exception>
    /// <exception cref="ContactsException">The upload failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public virtual async Task<Contact> SetAvatarAsync(
        string contactId, UploadContent file, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        // Both steps' arguments are checked before the first is taken.
        _ = PathId.Encode(contactId, nameof(contactId));
        var upload = await UploadAvatarAsync(file, progress, cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(upload.Url))
        {
            // Written into the contact, an empty address would take away the picture that is there.
            throw new ContactsInvalidResponseException(200) { Operation = ContactsOperations.UploadAvatar, Expected = "the address of the uploaded picture" };
        }

        try
        {
            return await UpdateAsync(contactId, new UpdateContactInput { AvatarUrl = upload.Url }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever it was, the address must not be lost: another upload makes another stored object.
            throw new ContactsAvatarNotSetException(upload.Url, exception);
        }
    }
}
