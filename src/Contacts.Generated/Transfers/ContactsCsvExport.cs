namespace Contacts.Generated;

/// <summary>
/// An export of all contacts as CSV text, read from the network while it is being used. Dispose it to free the connection.
/// </summary>
/// <remarks>
/// The bytes are the server's own, a byte order mark included; usually the text is UTF-8. A cell may begin with <c>=</c>, <c>+</c>,
/// <c>-</c> or <c>@</c>, which a spreadsheet program takes for a formula. An export without any bytes is valid: there was nothing to
/// export.
/// </remarks>
public sealed class ContactsCsvExport : DownloadContent
{
    internal static new readonly ResponseReader<ContactsCsvExport> ResponseReader = new CsvResponseReader();

    /// <summary>Makes an export, as a test or a fake client needs it.</summary>
    /// <param name="content">The CSV text; disposed with the export.</param>
    /// <param name="fileName">The name the server suggests.</param>
    /// <param name="length">Bytes in <paramref name="content"/>, if known.</param>
    /// <param name="contentType">The media type the server states.</param>
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
