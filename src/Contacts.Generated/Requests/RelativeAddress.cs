namespace Contacts.Generated;

/// <summary>Resolves the address of the caller's own request, which must be below the service's address.</summary>
internal static class RelativeAddress
{
    private static readonly char[] _slashes = ['/', '\\'];

    public static Uri Resolve(Uri baseAddress, string servicePath, HttpRequestMessage request)
    {
        var given = request.RequestUri
            ?? throw new ArgumentException("The request has no RequestUri. Set a relative one, such as \"contacts\".", nameof(request));
        var text = given.OriginalString;
        if (LeadsElsewhere(given, text))
        {
            throw new ArgumentException(
                "The RequestUri is absolute, so the credential would go wherever it points. Set a relative one, such as \"contacts\".",
                nameof(request));
        }

        foreach (var header in request.Headers)
        {
            if (WireHeaders.OwnerOf(header.Key) is { } owner && !string.Equals(header.Key, "Accept", StringComparison.OrdinalIgnoreCase))
            {
                throw new ArgumentException(
                    $"The header {header.Key} is set by this client ({owner}). Remove it from the request.", nameof(request));
            }
        }

        text = text.TrimStart('/');
        if (HasServicePath(baseAddress, servicePath, text))
        {
            throw new ArgumentException(
                $"The RequestUri contains the service's path, but {servicePath}/ is put before it. "
                + "Set only what comes after that, such as \"contacts\".",
                nameof(request));
        }

        // Joined as strings, since <c>new Uri(base, relative)</c> would take a colon in the first segment ("contacts:batch") for the end of
        // a scheme.
        return !HasDotSegment(text)
            && Uri.TryCreate(baseAddress.AbsoluteUri + text, UriKind.Absolute, out var address)
            && baseAddress.IsBaseOf(address)
            && string.Equals(address.Authority, baseAddress.Authority, StringComparison.OrdinalIgnoreCase)
            ? address
            : throw new ArgumentException(
                "The RequestUri contains '.' or '..', which would lead elsewhere. Leave them out of its path.", nameof(request));
    }

    /// <summary>
    /// Whether it names a host, a drive or a web address. Other addresses that .NET calls absolute are paths: those with a leading slash,
    /// which Unix takes for a file, and those with a colon in the first segment, which looks like a scheme.
    /// </summary>
    private static bool LeadsElsewhere(Uri given, string text)
    {
        if (text.Length > 0 && Array.IndexOf(_slashes, text[0]) >= 0)
        {
            return text[0] == '\\' || (text.Length > 1 && Array.IndexOf(_slashes, text[1]) >= 0);
        }

        var colon = text.IndexOf(':');
        return text.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            || (given.IsAbsoluteUri
                && (given.IsFile || colon < 0 || (colon + 1 < text.Length && Array.IndexOf(_slashes, text[colon + 1]) >= 0)));
    }

    /// <summary>Whether the path already begins with the service's path, with or without the path of the gateway in front of it.</summary>
    private static bool HasServicePath(Uri baseAddress, string servicePath, string text)
    {
        if (servicePath.Length == 0)
        {
            return false;
        }

        var segments = PathOf(text).Split('/');
        var gateway = baseAddress.AbsolutePath.Trim('/').Split('/');
        var service = servicePath.Split('/')[0];
        var ownSegments = gateway.Length - servicePath.Split('/').Length;
        return IsService(segments, 0)
            || (IsService(segments, ownSegments)
                && segments.Take(ownSegments).SequenceEqual(gateway.Take(ownSegments), StringComparer.OrdinalIgnoreCase));

        bool IsService(string[] path, int index) =>
            index < path.Length && string.Equals(Uri.UnescapeDataString(path[index]), service, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Whether a segment of the path is "." or "..", encoded or not. Even one that stays below the service is refused: it may come from an
    /// id that was inserted into the path, and would address a different resource.
    /// </summary>
    private static bool HasDotSegment(string text)
    {
        foreach (var segment in PathOf(text).Split(_slashes))
        {
            if (Uri.UnescapeDataString(segment) is "." or "..")
            {
                return true;
            }
        }

        return false;
    }

    private static string PathOf(string text)
    {
        var end = text.IndexOfAny(['?', '#']);
        return end < 0 ? text : text.Substring(0, end);
    }
}
