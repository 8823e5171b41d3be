namespace Contacts.Generated;

// Sets a contact's avatar, which the contract has as two operations.
public partial class ContactsClient
{
    /// <summary>Uploads a picture and sets it as the contact's avatar.</summary>
    /// <remarks>Anybody who knows the picture's address can read it.</remarks>
    /// <param name="contactId">The contact's id.</param>
    /// <param name="file">The picture.</param>
    /// <param name="progress">Receives the number of bytes uploaded so far; null to report no progress.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The updated contact.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was sent.</exception>
    /// <exception cref="ContactsAvatarNotSetException">
    /// The upload succeeded but the update failed. The exception has the picture's address.
    /// </exception>
    /// <exception cref="ContactsException">The upload failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <example>
    /// <code>
    /// var contact = await client.SetAvatarAsync(contactId, UploadContent.FromFile("avatar.png"));
    /// Console.WriteLine(contact.AvatarUrl);
    /// </code>
    /// </example>
    public virtual async Task<Contact> SetAvatarAsync(
        string contactId, UploadContent file, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        // Check the arguments of both steps before the first one.
        _ = PathId.Encode(contactId, nameof(contactId), ContactsService.ReservedIdStart);
        var upload = await UploadAvatarAsync(file, progress, cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(upload.Url))
        {
            // Updating the contact with an empty address would remove its current picture.
            throw new ContactsInvalidResponseException(ContactsInvalidResponseException.SomeSuccess)
            {
                Operation = ContactsOperations.UploadAvatar,
                Expected = "the address of the uploaded picture",
            };
        }

        try
        {
            return await UpdateAsync(contactId, new UpdateContactInput { AvatarUrl = upload.Url }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever failed, the address must not be lost: another upload would store another copy.
            throw new ContactsAvatarNotSetException(upload.Url, exception);
        }
    }
}
