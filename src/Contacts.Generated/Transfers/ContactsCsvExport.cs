namespace Contacts.Generated;

/// <summary>
/// An export of all contacts as CSV text, read from the network while it is being used. Dispose it to free the connection.
/// </summary>
/// <remarks>
/// The bytes are as the server sent them, including a byte order mark; the text is usually UTF-8. A cell may begin with <c>=</c>,
/// <c>+</c>, <c>-</c> or <c>@</c>, which a spreadsheet program treats as a formula. An export without any bytes is valid: there was
/// nothing to export.
/// </remarks>
public sealed class ContactsCsvExport : DownloadContent
{
    internal static new readonly ResponseReader<ContactsCsvExport> ResponseReader = new CsvResponseReader();

    /// <summary>Creates an export, for tests and fake clients.</summary>
    /// <param name="content">The CSV text; disposed together with the export.</param>
    /// <param name="fileName">The file name that the server suggests.</param>
    /// <param name="length">The number of bytes in <paramref name="content"/>, if it is known.</param>
    /// <param name="contentType">The media type that the server states.</param>
    /// <exception cref="ArgumentException"><paramref name="content"/> is null or cannot be read, or <paramref name="length"/> is
    /// negative.</exception>
    public ContactsCsvExport(Stream content, string? fileName = null, long? length = null, string? contentType = null)
        : base(content, fileName, length, contentType)
    {
    }

    internal ContactsCsvExport(HttpResponseMessage response, PeekableStream body)
        : base(response, body)
    {
    }
}
