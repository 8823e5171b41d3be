namespace Contacts.Generated;

/// <summary>
/// Turns an answer into an export, if it is CSV. The service's media type for it is not known, and where the route is missing it answers
/// JSON or HTML with a success status; so what says or shows that it is something else is refused, and the rest is taken.
/// </summary>
internal static class CsvResponse
{
    /// <summary>
    /// The export, or <see langword="null"/> when the answer is not CSV; <paramref name="body"/> then still holds all of it.
    /// </summary>
    /// <remarks>An empty body is an export of nothing: HTTP says that it is complete, and an organization may have no contacts.</remarks>
    /// <param name="response">Disposed with the export.</param>
    /// <param name="body">The response's body.</param>
    /// <param name="cancellationToken">Ends the wait for the first bytes.</param>
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

/// <summary>Tells from its first bytes what cannot be CSV text: JSON, HTML or XML, and compressed data.</summary>
internal static class CsvSniffer
{
    private const byte FirstByteOfGzip = 0x1F;

    /// <summary>Whether it may be CSV, or <see langword="null"/> when more bytes are needed to say.</summary>
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

    /// <summary>Compressed data may begin with a letter, and then goes on with what no text has.</summary>
    private static bool IsSecondByteOfDeflate(byte value) => value is 0x01 or 0x9C or 0xDA;

    /// <summary>The marks and the empty halves of UTF-16 count as blank: the same characters open it.</summary>
    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0x00 or 0xFE or 0xFF;
}

/// <summary>
/// A CSV export, handed to the caller as it comes. JSON is accepted too: a server that negotiates needs it for its errors.
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
