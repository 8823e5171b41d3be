using System.Text.RegularExpressions;

namespace Contacts.Generated.Testing;

/// <summary>A method and a path that reach an operation, and its handler.</summary>
internal sealed class Route
{
    // WireMock takes the lowest. A stub of a user's has 0 unless it says otherwise.
    private const int FirstPriority = 1_000;

    private readonly Func<Exchange, Reply> _answer;
    private readonly Segment[] _segments;

    /// <param name="operation">The operation, one of <see cref="ContactsOperations"/>.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="root">The path before the template, such as <c>/service/v1</c>.</param>
    /// <param name="template">The path below the root, with placeholders, as in the contract.</param>
    /// <param name="answer">Carries out the operation.</param>
    public Route(string operation, string method, string root, string template, Func<Exchange, Reply> answer)
    {
        (Operation, Method, Template, Path, _answer) = (operation, method, template, root + template, answer);
        _segments = [.. Path.Split('/').Select(static segment => new Segment(segment))];

        // Of two paths of the same length, the one whose first placeholder is further back is the more precise one.
        Priority = FirstPriority + _segments.Aggregate(0, static (weight, segment) => (weight * 3) + segment.Vagueness);
    }

    public string Operation { get; }

    public string Method { get; }

    public string Template { get; }

    /// <summary>The whole path, with placeholders.</summary>
    public string Path { get; }

    /// <summary>The priority in WireMock, where the lowest comes first: 1,000 without placeholders, and more with some.</summary>
    public int Priority { get; }

    public Reply Answer(Exchange exchange) => _answer(exchange);

    /// <summary>Compares with the segments of a whole path, which are still encoded.</summary>
    public RouteMatch? Match(string method, string[] segments)
    {
        if (method != Method || segments.Length != _segments.Length)
        {
            return null;
        }

        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < segments.Length; index++)
        {
            if (!_segments[index].Matches(Uri.UnescapeDataString(segments[index]), ids))
            {
                return null;
            }
        }

        return new RouteMatch(this, ids);
    }

    /// <summary>A segment of a template: literal, or with placeholders, which may have text around them.</summary>
    private sealed class Segment
    {
        private const string AnyText = "(.+?)";

        private static readonly Regex _placeholder = new(@"\{([^{}]+)\}", RegexOptions.CultureInvariant);

        private readonly string _text;
        private readonly string[] _names;
        private readonly Regex? _pattern;

        public Segment(string text)
        {
            _text = text;
            _names = [.. _placeholder.Matches(text).Select(static match => match.Groups[1].Value)];
            var pattern = string.Join(AnyText, _placeholder.Split(text).Where(static (_, index) => index % 2 == 0).Select(Regex.Escape));
            Vagueness = _names.Length == 0 ? 0 : pattern == AnyText ? 2 : 1;
            _pattern = _names.Length == 0 ? null : new Regex($@"\A{pattern}\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);
        }

        /// <summary>0 for a literal, 2 for nothing but a placeholder, and 1 for text with placeholders.</summary>
        public int Vagueness { get; }

        public bool Matches(string segment, Dictionary<string, string> ids)
        {
            if (_pattern is null)
            {
                return segment == _text;
            }

            var match = _pattern.Match(segment);
            for (var index = 0; match.Success && index < _names.Length; index++)
            {
                ids[_names[index]] = match.Groups[index + 1].Value;
            }

            return match.Success;
        }
    }
}

/// <summary>The route of a request, and the ids in its path by the names of their placeholders.</summary>
internal sealed record RouteMatch(Route Route, IReadOnlyDictionary<string, string> Ids);
