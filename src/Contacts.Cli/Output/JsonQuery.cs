using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Contacts.Cli.Failures;
using DevLab.JmesPath;

namespace Contacts.Cli.Output;

/// <summary><c>--query</c>: a JMESPath expression that chooses what of the JSON is shown.</summary>
internal sealed partial class JsonQuery
{
    private readonly JmesPath _language = new();
    private readonly string _expression;

    private JsonQuery(string expression)
    {
        _expression = expression;
        Guard(() => _language.Parse(expression));
    }

    public static Option<string> Option { get; } = new("--query")
    {
        Description = "What of the JSON to show, by JMESPath: data[].email",
        HelpName = "expression",
    };

    /// <exception cref="UsageException">The expression is not one.</exception>
    public static JsonQuery? Of(ParseResult parsed) => parsed.GetValue(Option) is { } expression ? new JsonQuery(expression) : null;

    /// <exception cref="UsageException">The expression does not fit the JSON.</exception>
    public JsonElement Apply(JsonElement json)
    {
        var result = "null";
        Guard(() => result = _language.Transform(json.GetRawText(), _expression));
        using var document = JsonDocument.Parse(result);
        return document.RootElement.Clone();
    }

    // The library throws nothing more precise.
    private static void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure) when (failure.GetType() == typeof(Exception))
        {
            throw new UsageException($"--query: {Explain(failure.Message)} jmespath.org explains the language.");
        }
    }

    private static string Explain(string message)
    {
        if (Syntax().Match(message) is not { Success: true } syntax)
        {
            return message[(message.IndexOf(", ", StringComparison.Ordinal) is var comma && comma < 0 ? 0 : comma + 2)..];
        }

        var place = int.Parse(syntax.Groups[1].Value, CultureInfo.InvariantCulture) + 1;
        return syntax.Groups[2].Length == 0
            ? "the expression ends too early."
            : $"the expression is not understood from character {place} on, \"{syntax.Groups[2].Value}\".";
    }

    [GeneratedRegex(@"^Error\(\d+, (-?\d+)\): syntax, near '(.*)'\.$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Syntax();
}
