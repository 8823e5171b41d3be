namespace Contacts.Generated;

// An export that ends in a file, whole or not at all.
public partial class ContactsClient
{
    /// <summary>Exports all contacts as CSV into a file, which appears only when it is whole.</summary>
    /// <remarks>
    /// It is written beside its target and moved into place, and until then only its owner can read it; when the call fails or is
    /// cancelled, the target is untouched and nothing is left over. A cell may begin with '=', '+', '-' or '@', as the service
    /// sent it; mind that before a spreadsheet opens it.
    /// </remarks>
    /// <param name="path">The file to write or to replace. A device, a pipe, a socket and a link to one are refused.</param>
    /// <param name="options">The optional parameters; null sends none.</param>
    /// <param name="progress">Told how many bytes were received; null if nobody asks.</param>
    /// <param name="cancellationToken">Ends the call, wherever it is.</param>
    /// <returns>A task that ends when the file is in place.</returns>
    /// <exception cref="ArgumentException">An argument is not usable; nothing was sent.</exception>
    /// <exception cref="ContactsException">The export failed; for an answer that is no CSV, or was cut short, too.</exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public virtual async Task ExportCsvToFileAsync(
        string path, ContactsExportCsvOptions? options = null, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var file = AtomicFile.Create(path);
        await using (file.ConfigureAwait(false))
        {
            var export = await ExportCsvAsync(options, cancellationToken).ConfigureAwait(false);
            await using (export.ConfigureAwait(false))
            {
                await export.CopyToAsync(file.Content, progress, cancellationToken).ConfigureAwait(false);
            }

            await file.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
