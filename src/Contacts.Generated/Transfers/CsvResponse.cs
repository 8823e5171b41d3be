namespace Contacts.Generated;

/// <summary>
/// Turns a response into an export, if it is CSV. Which media type the service uses is not known, and a gateway without this route may
/// respond with JSON or HTML and a success status. So a response that is clearly something else is rejected, and any other is accepted.
/// </summary>
internal static class CsvResponse
{
    /// <summary>
    /// The export, or <see langword="null"/> if the response is not CSV; <paramref name="body"/> is then still unread.
    /// </summary>
    /// <remarks>An empty body is a valid export: HTTP guarantees that it is complete, and an organization may have no contacts.</remarks>
    /// <param name="response">The response, which is disposed together with the export.</param>
    /// <param name="body">The response's body.</param>
    /// <param name="cancellationToken">Cancels the wait for the first bytes.</param>
    public static async ValueTask<ContactsCsvExport?> ReadAsync(
        HttpResponseMessage response, PeekableStream body, CancellationToken cancellationToken)
    {
        var mediaType = response.Content?.Headers.ContentType?.MediaType;
        if ((mediaType is not null && DownloadType.IsText(mediaType))
            || !await MayBeCsvAsync(body, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        return new ContactsCsvExport(response, body);
    }

    private static async ValueTask<bool> MayBeCsvAsync(PeekableStream body, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (CsvSniffer.MayBeCsv(body.Peeked) is { } answer)
            {
                return answer;
            }

            if (!await body.PeekMoreAsync(cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }
    }
}

/// <summary>Detects, by its first bytes, what cannot be CSV: JSON, HTML, XML and compressed data.</summary>
internal static class CsvSniffer
{
    private const byte FirstByteOfGzip = 0x1F;

    /// <summary>Whether it may be CSV, or <see langword="null"/> if more bytes are needed to tell.</summary>
    public static bool? MayBeCsv(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> utf8Mark = [0xEF, 0xBB, 0xBF];
        if (start.Length < utf8Mark.Length && utf8Mark.StartsWith(start))
        {
            return null;
        }

        if (start.StartsWith("x"u8) && (start.Length == 1 || IsSecondByteOfDeflate(start[1])))
        {
            return start.Length == 1 ? null : false;
        }

        foreach (var value in start.StartsWith(utf8Mark) ? start.Slice(utf8Mark.Length) : start)
        {
            if (!IsBlank(value))
            {
                return value is not ((byte)'{' or (byte)'[' or (byte)'<' or FirstByteOfGzip);
            }
        }

        return null;
    }

    /// <summary>Compressed data may begin with a letter, but its second byte is one that no text contains.</summary>
    private static bool IsSecondByteOfDeflate(byte value) => value is 0x01 or 0x9C or 0xDA;

    /// <summary>The byte order mark and the zero bytes of UTF-16 count as blank, since the same characters follow them.</summary>
    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0x00 or 0xFE or 0xFF;
}

/// <summary>
/// A CSV export, which the caller reads as it arrives. JSON is accepted too, since a server that negotiates content needs it for errors.
/// </summary>
internal sealed class CsvResponseReader : ResponseReader<ContactsCsvExport>
{
    public override string Accept => "text/csv, application/json; q=0.5";

    public override bool IsStreaming => true;

    public override string Expected => "CSV";

    public override ValueTask<ContactsCsvExport?> OpenAsync(
        HttpResponseMessage response, PeekableStream body, CancellationToken cancellationToken) =>
        CsvResponse.ReadAsync(response, body, cancellationToken);
}
