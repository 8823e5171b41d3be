using System.Net.Http.Headers;

namespace Contacts.Generated;

/// <summary>
/// Turns an answer into an export, if it is CSV. The service's media type for it is not known, and where the route is missing it answers
/// JSON or HTML with a success status; so what says or shows that it is something else is refused, and the rest is taken.
/// </summary>
internal static class CsvResponse
{
    /// <summary>The export, or <see langword="null"/> when the answer is not CSV; <paramref name="body"/> then still holds all of it.</summary>
    /// <remarks>An empty body is an export of nothing: HTTP says that it is complete, and an organization may have no contacts.</remarks>
    /// <param name="response">Disposed with the export.</param>
    /// <param name="body">The response's body.</param>
    /// <param name="cancellationToken">Ends the wait for the first bytes.</param>
    internal static async ValueTask<ContactsCsvExport?> ReadAsync(HttpResponseMessage response, PeekStream body, CancellationToken cancellationToken)
    {
        var headers = response.Content?.Headers;
        if (IsOtherType(headers?.ContentType?.MediaType) || !await MayBeCsvAsync(body, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        // What is counted here is decoded; the header's length would be of the encoded bytes.
        var length = headers?.ContentEncoding.Count == 0 ? headers.ContentLength : null;
        return new ContactsCsvExport(body, FileName(headers?.ContentDisposition), length, headers?.ContentType?.ToString(), response);
    }

    private static async ValueTask<bool> MayBeCsvAsync(PeekStream body, CancellationToken cancellationToken)
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

    private static bool IsOtherType(string? mediaType) =>
        mediaType is not null && (EndsWith(mediaType, "json") || EndsWith(mediaType, "html") || EndsWith(mediaType, "xml"));

    private static bool EndsWith(string mediaType, string format) =>
        mediaType.EndsWith($"/{format}", StringComparison.OrdinalIgnoreCase) || mediaType.EndsWith($"+{format}", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name alone: a server must not choose the folder that an app writes to.</summary>
    private static string? FileName(ContentDispositionHeaderValue? disposition)
    {
        var given = (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"');
        if (given is null)
        {
            return null;
        }

        var name = given.Substring(UploadFileName.AfterLastSeparator(given));
        var hasDrive = name.Length > 1 && name[1] == ':';
        name = (hasDrive ? name.Substring(2) : name).Trim();
        return name is "" or "." or ".." ? null : name;
    }
}
