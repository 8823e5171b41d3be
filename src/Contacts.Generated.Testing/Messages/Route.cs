namespace Contacts.Generated.Testing;

/// <summary>An operation's method and path, and its handler.</summary>
/// <param name="Operation">The operation, one of <see cref="ContactsOperations"/>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path below the service's root, with placeholders, as in the contract.</param>
/// <param name="Answer">Carries out the operation.</param>
internal sealed record Route(string Operation, string Method, string Template, Func<Exchange, Reply> Answer)
{
    private readonly string[] _segments = Template.Split('/');

    /// <summary>Whether the path has no placeholder, so that it takes precedence over paths that have one.</summary>
    public bool IsLiteral => !Template.Contains('{', StringComparison.Ordinal);

    /// <summary>Compares with the segments of a path, which are still encoded.</summary>
    public RouteMatch? Match(string method, string[] segments)
    {
        if (method != Method || segments.Length != _segments.Length)
        {
            return null;
        }

        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < segments.Length; index++)
        {
            var segment = Uri.UnescapeDataString(segments[index]);
            if (_segments[index] is ['{', .. var name, '}'] && segment.Length > 0)
            {
                ids.Add(name, segment);
            }
            else if (!string.Equals(_segments[index], segment, StringComparison.Ordinal))
            {
                return null;
            }
        }

        return new RouteMatch(this, ids);
    }
}

/// <summary>The route of a request, and the ids in its path by the names of their placeholders.</summary>
internal sealed record RouteMatch(Route Route, IReadOnlyDictionary<string, string> Ids);
