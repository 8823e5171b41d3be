namespace Contacts.Generated;

/// <summary>Where a request of the caller's own goes: below the service's address, and nowhere else.</summary>
internal static class RelativeAddress
{
    public static Uri Resolve(Uri baseAddress, HttpRequestMessage request)
    {
        var given = request.RequestUri
            ?? throw new ArgumentException("The request has no RequestUri. Set a relative one, such as \"contacts\".", nameof(request));
        var text = given.OriginalString;

        // On Unix a path with a leading slash counts as an absolute file URI.
        var isPath = !given.IsAbsoluteUri || text.Length > 0 && text[0] == '/';
        if (!isPath || text.StartsWith("//", StringComparison.Ordinal))
        {
            throw new ArgumentException("The RequestUri is absolute, so the credential would go wherever it points. Set a relative one, such as \"contacts\".", nameof(request));
        }

        foreach (var header in request.Headers)
        {
            if (WireHeaders.OwnerOf(header.Key) is { } owner && !string.Equals(header.Key, "Accept", StringComparison.OrdinalIgnoreCase))
            {
                throw new ArgumentException($"The header {header.Key} is set by this client ({owner}). Take it out of the request.", nameof(request));
            }
        }

        var address = new Uri(baseAddress, text.TrimStart('/'));
        return !HasDotSegment(text) && baseAddress.IsBaseOf(address) && string.Equals(address.Authority, baseAddress.Authority, StringComparison.OrdinalIgnoreCase)
            ? address
            : throw new ArgumentException("The RequestUri leads to another place than it says. Leave '.' and '..' out of its path.", nameof(request));
    }

    /// <summary>
    /// Whether a segment of the path is "." or "..", encoded or not. Even one that stays below the service is refused: it may
    /// come from an id that was put into the path, and would address another resource.
    /// </summary>
    private static bool HasDotSegment(string text)
    {
        var end = text.IndexOfAny(['?', '#']);
        var path = end < 0 ? text : text.Substring(0, end);
        foreach (var segment in path.Split('/', '\\'))
        {
            if (Uri.UnescapeDataString(segment) is "." or "..")
            {
                return true;
            }
        }

        return false;
    }
}
