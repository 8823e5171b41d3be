using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Contacts.Cli.Samples;

/// <summary>A call as lines for a shell.</summary>
internal static class ShellSamples
{
    private const string Credential = "\"x-api-key: $IMBRACE_API_KEY\"";

    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How the command offers an operation: its words, with the placeholders that are its arguments.</summary>
    private static readonly Dictionary<string, string> _commands = new(StringComparer.Ordinal)
    {
        ["list"] = "list",
        ["search"] = "search {q}",
        ["exportCsv"] = "export --output-file contacts.csv",
        ["uploadAvatar"] = "upload-avatar " + SampleCall.File,
        ["getByBoardItem"] = "get-by-board-item {boardItemId}",
        ["get"] = "get {contactId}",
        ["create"] = "create",
        ["update"] = "update {contactId}",
        ["delete"] = "delete {contactId} --yes",
        ["getConversations"] = "conversations {contactId}",
        ["getComments"] = "comments {contactId}",
        ["createComment"] = "comments add {contactId}",
        ["getComment"] = "comments show {contactId} {commentId}",
        ["deleteComment"] = "comments delete {contactId} {commentId} --yes",
        ["getMessageComments"] = "message-comments {contactId}",
        ["getFiles"] = "files {contactId}",
        ["getActivities"] = "activities {conversationId}",
        ["listNotifications"] = "notifications list",
        ["markNotificationsRead"] = "notifications read",
        ["dismissNotification"] = "notifications dismiss",
        ["dismissAllNotifications"] = "notifications dismiss --all --yes",
    };

    public static string Curl(SampleCall call, string gateway)
    {
        var query = string.Join('&', call.Query.Select(static pair => $"{Escaped(pair.Name)}={Escaped(pair.Value)}"));
        var address = gateway + call.Operation.PathWith(call.Ids) + (query.Length > 0 ? "?" + query : "");
        List<string> words = ["curl"];
        if (call.Operation.Method != "GET")
        {
            words.AddRange(["-X", call.Operation.Method]);
        }

        words.AddRange([Quoted(address), "-H", Credential]);
        if (call.Body is { } body)
        {
            words.AddRange(["-H", "'content-type: application/json'", "-d", Quoted(body.ToJsonString(_readable))]);
        }
        else if (call.Operation.FilePart is { } part)
        {
            words.AddRange(["-F", $"{part}=@{SampleCall.File}"]);
        }

        return string.Join(' ', words);
    }

    /// <summary>The line of this command; null if it has none for the operation.</summary>
    public static string? Command(SampleCall call, string gateway)
    {
        if (!_commands.TryGetValue(call.Operation.Id, out var line))
        {
            return null;
        }

        var values = new Dictionary<string, string>(call.Ids, StringComparer.Ordinal);
        List<string> options = ["--gateway", Quoted(gateway)];
        foreach (var (name, value) in call.Query)
        {
            if (line.Contains($"{{{name}}}", StringComparison.Ordinal))
            {
                values[name] = value;
            }
            else
            {
                options.AddRange([OptionOf(name), Quoted(value)]);
            }
        }

        var words = line.Split(' ').ToLookup(static word => word is ['{', .., '}']);
        var arguments = words[true].Select(word => values[word[1..^1]]).ToList();
        arguments.AddRange(call.Body is JsonArray ids ? ids.Select(static id => $"{id}") : []);
        if (call.Body is JsonObject fields)
        {
            options.AddRange(fields.SelectMany(field => Field(call.Operation.Id, field.Key, field.Value)));
        }

        // An argument that looks like an option needs to be told apart from one.
        var quoted = arguments.Select(Quoted);
        var rest = arguments.Exists(static one => one.StartsWith('-')) ? [.. options, "--", .. quoted] : quoted.Concat(options);
        return string.Join(' ', words[false].Prepend("contacts").Concat(rest));
    }

    private static IEnumerable<string> Field(string operation, string name, JsonNode? value) => (operation, value) switch
    {
        ("update", null) => ["--clear", Quoted(name)],
        ("update", JsonArray list) => ["--set", Quoted($"{name}={string.Join(',', list)}")],
        ("update", _) => ["--set", Quoted($"{name}={value}")],
        (_, null) => [],
        (_, JsonArray list) => list.SelectMany(item => new[] { OptionOf(name), Quoted($"{item}") }),
        _ => [OptionOf(name), Quoted(value.ToString())],
    };

    private static string OptionOf(string name) => name switch
    {
        "channel_types" => "--channel",
        "bu_id" => "--business-unit",
        "labels" => "--label",
        _ => "--" + name.Replace('_', '-'),
    };

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    /// <summary>A word of a shell line. A terminal could obey a control character, so it is written as an escape sequence.</summary>
    private static string Quoted(string text)
    {
        if (text.Length > 0 && text.All(static c => char.IsAsciiLetterOrDigit(c) || "-_./:=@,%".Contains(c, StringComparison.Ordinal)))
        {
            return text;
        }

        if (!text.Any(char.IsControl))
        {
            return $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
        }

        var escaped = new StringBuilder("$'");
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                _ when char.IsControl(c) => $"\\u{((int)c).ToString("x4", CultureInfo.InvariantCulture)}",
                '\'' or '\\' => $"\\{c}",
                _ => $"{c}",
            });
        }

        return escaped.Append('\'').ToString();
    }
}
