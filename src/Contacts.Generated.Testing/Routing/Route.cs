namespace Contacts.Generated.Testing;

/// <summary>An operation's method and path, and what answers it.</summary>
internal sealed class Route(string operation, string method, string template, Func<Exchange, Reply> answer)
{
    private readonly string[] _segments = template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public string Operation => operation;

    /// <summary>The path below the service's root, with placeholders, as in the contract.</summary>
    public string Template => template;

    public Func<Exchange, Reply> Answer => answer;

    /// <summary>Whether the path has no placeholder, so that it goes before one that has.</summary>
    public bool IsLiteral => !template.Contains('{', StringComparison.Ordinal);

    /// <summary>Compares with a path's pieces, still encoded.</summary>
    public RouteMatch? Match(string requestMethod, string[] segments)
    {
        if (requestMethod != method || segments.Length != _segments.Length)
        {
            return null;
        }

        var id = "";
        for (var index = 0; index < segments.Length; index++)
        {
            if (_segments[index][0] == '{')
            {
                id = Uri.UnescapeDataString(segments[index]);
            }
            else if (!string.Equals(_segments[index], Uri.UnescapeDataString(segments[index]), StringComparison.Ordinal))
            {
                return null;
            }
        }

        return new RouteMatch(this, id);
    }
}
