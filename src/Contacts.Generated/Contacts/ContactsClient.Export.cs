namespace Contacts.Generated;

// Exports to a file, which is complete or not there at all.
public partial class ContactsClient
{
    /// <summary>Exports all contacts as CSV to a file, which appears only when it is complete.</summary>
    /// <remarks>
    /// A temporary file beside the target, readable only by its owner, is moved into place at the end. If the call fails or is cancelled,
    /// the target is unchanged and nothing is left behind. Cells are written as the service sent them and may begin with '=', '+', '-' or
    /// '@', which a spreadsheet takes for a formula.
    /// </remarks>
    /// <param name="path">The file to create or replace. Devices, pipes, sockets and links to them are refused.</param>
    /// <param name="options">The optional parameters; null sends none.</param>
    /// <param name="progress">Receives the number of bytes downloaded so far; null to report no progress.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the file is in place.</returns>
    /// <exception cref="ArgumentException">An argument is invalid; nothing was sent.</exception>
    /// <exception cref="ContactsException">The export failed, or the response is truncated or not CSV.</exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <example>
    /// <code>
    /// await client.ExportCsvToFileAsync("contacts.csv", new ContactsExportCsvOptions { Sort = "created_at" });
    /// Console.WriteLine($"{new FileInfo("contacts.csv").Length} bytes");
    /// </code>
    /// </example>
    public virtual async Task ExportCsvToFileAsync(
        string path, ContactsExportCsvOptions? options = null, IProgress<TransferProgress>? progress = null,
        CancellationToken cancellationToken = default)
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
