using System.Text.RegularExpressions;

namespace Contacts.Generated.Testing;

/// <summary>A method and a path that reach an operation, and its handler.</summary>
internal sealed class Route
{
    // WireMock takes the lowest. A stub of a user's has 0 unless it says otherwise.
    private const int FirstPriority = 1_000;

    private static readonly Regex _placeholder = new(@"\{([^{}]+)\}", RegexOptions.CultureInvariant);

    private readonly Func<Exchange, Reply> _answer;
    private readonly string[] _names;
    private readonly Regex _pattern;

    /// <param name="operation">The operation, one of <see cref="ContactsOperations"/>.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="root">The path before the template, such as <c>/service/v1</c>.</param>
    /// <param name="template">The path below the root, with placeholders, as in the contract.</param>
    /// <param name="answer">Carries out the operation.</param>
    public Route(string operation, string method, string root, string template, Func<Exchange, Reply> answer)
    {
        (Operation, Method, Template, Path, _answer) = (operation, method, template, root + template, answer);
        _names = [.. _placeholder.Matches(Path).Select(static match => match.Groups[1].Value)];
        var literals = _placeholder.Split(Path).Where(static (_, index) => index % 2 == 0).Select(Regex.Escape);
        _pattern = new Regex($@"\A{string.Join("([^/]+?)", literals)}\z", RegexOptions.CultureInvariant);

        // Of two paths of the same length, the one whose first placeholder is further back is the more precise one.
        Priority = Path.Split('/').Aggregate(0, static (weight, segment) => (weight * 3) + VaguenessOf(segment)) + FirstPriority;
    }

    public string Operation { get; }

    public string Method { get; }

    public string Template { get; }

    /// <summary>The whole path, with placeholders.</summary>
    public string Path { get; }

    /// <summary>The priority in WireMock, where the lowest comes first: 1,000 without placeholders, and more with some.</summary>
    public int Priority { get; }

    public Reply Answer(Exchange exchange) => _answer(exchange);

    /// <summary>Compares with a request. In its path, an encoded slash is not a slash, but part of an id.</summary>
    public RouteMatch? Match(string method, string path) =>
        method == Method && _pattern.Match(path) is { Success: true } match
            ? new RouteMatch(this, _names.Select((name, index) => (name, Uri.UnescapeDataString(match.Groups[index + 1].Value))))
            : null;

    /// <summary>0 for a literal, 2 for nothing but a placeholder, and 1 for text with placeholders.</summary>
    private static int VaguenessOf(string segment) =>
        !_placeholder.IsMatch(segment) ? 0 : _placeholder.Replace(segment, "", count: 1).Length == 0 ? 2 : 1;
}

/// <summary>The route of a request, and the ids in its path by the names of their placeholders.</summary>
internal sealed class RouteMatch(Route route, IEnumerable<(string Name, string Id)> ids)
{
    public Route Route => route;

    public IReadOnlyDictionary<string, string> Ids { get; } = ids.ToDictionary(id => id.Name, id => id.Id, StringComparer.Ordinal);
}
