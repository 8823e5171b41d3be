using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Contacts.Cli.Mappings;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Recording;

/// <summary>
/// What a gateway answered, without what is personal. Texts are replaced unless they are known from the contract, are times, or are in a
/// field that may stay. Of the headers, only those that a client reads are kept.
/// </summary>
internal sealed partial class RecordedStubs(IReadOnlyCollection<string> keep)
{
    private const int ShortestTellingNumber = 7;

    private readonly object _gate = new();
    private readonly Inventor _inventor = new();
    private readonly Dictionary<string, Stub> _stubs = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = ContractTexts.Read();

    private readonly IReadOnlyList<Route> _routes =
    [
        .. EmulatedContract.Embedded.Operations
            .Select(static operation => operation.ToRoute())
            .OrderBy(static route => route.Priority),
    ];

    public IReadOnlyCollection<Stub> Stubs => _stubs.Values;

    /// <summary>How many different texts were replaced.</summary>
    public int ReplacedCount => _inventor.Count;

    /// <summary>The texts that stay, by the names of their fields.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Kept => _kept;

    /// <summary>Keeps an exchange; a later one with the same request takes the place of an earlier one.</summary>
    /// <returns>The operation; null if the contract has none for the request, so that nothing is kept.</returns>
    public string? Add(string method, string path, string query, Reply reply)
    {
        if (_routes.Select(route => route.Match(method, path)).FirstOrDefault(static match => match is not null) is not { } match)
        {
            return null;
        }

        lock (_gate)
        {
            var route = match.Route;
            var target = Placeholder().Replace(route.Path, found => InPath(found.Groups[1].Value, match.Ids));
            var parameters = QueryOf(query);
            var address = target + string.Concat(parameters.Select((one, index) => $"{(index == 0 ? '?' : '&')}{one.Key}={one.Value}"));

            // What asks for more wins.
            var priority = Math.Max(1, route.Priority - parameters.Count);
            var name = $"{reply.Status.ToString(CultureInfo.InvariantCulture)} {address}";
            _stubs[$"{method} {address}"] =
                new Stub(route.Operation, name, priority, method, $"^{Regex.Escape(target)}$", Anonymous(reply)) { Query = parameters };
            return route.Operation;
        }
    }

    private string InPath(string name, IReadOnlyDictionary<string, string> ids) => Uri.EscapeDataString(Text(name, ids[name]));

    private List<KeyValuePair<string, string>> QueryOf(string query) =>
    [
        .. query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(static part => part.Split('=', 2))
            .Select(part => KeyValuePair.Create(Decode(part[0]), Text(Decode(part[0]), Decode(part.ElementAtOrDefault(1) ?? "")))),
    ];

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private Reply Anonymous(Reply reply)
    {
        var text = Encoding.UTF8.GetString(reply.Body);
        var body = reply.ContentType switch
        {
            { } type when type.Contains("json", StringComparison.OrdinalIgnoreCase) && Parse(text) is { } json =>
                Json("", json)!.ToJsonString(),
            { } type when type.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) => Csv(text),
            _ => Keep("(text)", _inventor.ReplaceWithin(text)),
        };
        return reply with { Body = Encoding.UTF8.GetBytes(body) };
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private JsonNode? Json(string field, JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member =>
            KeyValuePair.Create(
                _known.Contains(member.Key) ? member.Key : _inventor.ReplaceWithin(member.Key), Json(member.Key, member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => Json(field, item))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Text(field, value.GetValue<string>()),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && IsTelling(value) && !keep.Contains(field) =>
            JsonNode.Parse("1" + _inventor.Replace(value.ToJsonString())[1..]),
        _ => node?.DeepClone(),
    };

    /// <summary>Whether a number may be that of a telephone or of a person, and not how many there are of something.</summary>
    private static bool IsTelling(JsonValue number) => number.ToJsonString().Length >= ShortestTellingNumber;

    private string Text(string field, string text) =>
        text.Length == 0 ? text
        : _known.Contains(text) || Word().IsMatch(text) ? Keep(field, text)
        : keep.Contains(field) ? Keep(field, _inventor.WithoutCredentials(text))
        : Instant().IsMatch(text) ? KeepTime(field, text)
        : _inventor.Replace(text);

    /// <summary>Times stay, too, and there are too many to show each.</summary>
    private string KeepTime(string field, string time)
    {
        Keep(field, "(times)");
        return time;
    }

    private string Keep(string field, string text)
    {
        if (text.Length > 0)
        {
            if (!_kept.TryGetValue(field, out var texts))
            {
                _kept.Add(field, texts = new SortedSet<string>(StringComparer.Ordinal));
            }

            texts.Add(text);
        }

        return text;
    }

    /// <summary>Replaces the cells of each column like the field of its name.</summary>
    private string Csv(string text)
    {
        var lines = CsvCell().Matches(text);
        var (columns, written) = (new List<string>(), new StringBuilder());
        var (column, isHead) = (0, true);
        foreach (Match cell in lines)
        {
            var (quoted, end) = (cell.Groups[1].Value.StartsWith('"'), cell.Groups[2].Value);
            var value = quoted ? cell.Groups[1].Value[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell.Groups[1].Value;
            if (isHead)
            {
                columns.Add(value.TrimStart('\uFEFF'));
            }

            var kept = isHead ? value : Text(columns.ElementAtOrDefault(column) ?? "", value);
            written.Append(quoted ? $"\"{kept.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : kept).Append(end);
            (column, isHead) = end == "," ? (column + 1, isHead) : (0, false);
        }

        return written.ToString();
    }

    [GeneratedRegex(@"\{([^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Instant();

    // What says whether, which way or how many.
    [GeneratedRegex(@"^(true|false|null|\d{1,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(""(?:[^""]|"""")*""|[^,\r\n]*)(,|\r?\n|$)", RegexOptions.CultureInvariant)]
    private static partial Regex CsvCell();

    /// <summary>The names and values that the contract itself writes: none of them is anybody's.</summary>
    private static class ContractTexts
    {
        public static HashSet<string> Read()
        {
            using var resource = typeof(ContactsEmulator).Assembly.GetManifestResourceStream("contract.json")!;
            using var contract = JsonDocument.Parse(resource);
            var texts = new HashSet<string>(StringComparer.Ordinal);
            Collect(contract.RootElement, texts, isValue: false);
            return texts;
        }

        private static void Collect(JsonElement element, HashSet<string> texts, bool isValue)
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in element.EnumerateObject())
                {
                    texts.Add(member.Name);
                    Collect(member.Value, texts, isValue || member.Name is "example" or "value" or "enum" or "default" or "x-values");
                }
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, texts, isValue);
                }
            }
            else if (isValue && element.ValueKind == JsonValueKind.String)
            {
                texts.Add(element.GetString()!);
            }
        }
    }
}
