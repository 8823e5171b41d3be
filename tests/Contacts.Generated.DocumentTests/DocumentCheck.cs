using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Contacts.Generated.DocumentTests.Calling;
using Contacts.Generated.DocumentTests.Compiling;
using Contacts.Generated.DocumentTests.Corpus;

namespace Contacts.Generated.DocumentTests;

/// <summary>Compares what becomes of a document with what its case says.</summary>
internal static class DocumentCheck
{
    /// <summary>What differs; empty if nothing does.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(DocumentCase expected)
    {
        var folder = Directory.CreateTempSubdirectory("contacts-case-");
        try
        {
            foreach (var (file, text) in expected.Parts)
            {
                var path = Path.Combine(folder.FullName, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, text);
            }

            var (name, document) = expected.Parts[0];
            var client = await ClientFactory.CreateAsync(Path.Combine(folder.FullName, name), Caller(expected.Caller));
            return [.. FindingProblems(expected, client, document), .. client.Complaints, .. await CallProblemsAsync(expected, client)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The file in which a case's statements are compiled.</summary>
    internal static string? Caller(string? statements) => statements is null ? null : $$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Text;
        using System.Threading.Tasks;

        namespace Contacts.Generated;

        internal static class Caller
        {
            public static async Task<object?> CallAsync(ContactsClient client)
            {
                await Task.Yield();
        #line 1
        {{statements}}
        #pragma warning disable CS0162 // after a block that returns something itself
                return "nothing";
            }

            private static void Is<T>(T actual, T expected)
            {
                if (!EqualityComparer<T>.Default.Equals(actual, expected))
                {
                    throw new InvalidOperationException($"It is '{actual}' instead of '{expected}'.");
                }
            }
        }
        """;

    private static IEnumerable<string> FindingProblems(DocumentCase expected, GeneratedClient client, string document)
    {
        var lines = document.Split('\n');
        var errors = client.Findings.Where(static finding => finding.IsError).ToList();
        var unexpected = errors.Where(error => !expected.Refusals.Any(one => IsTold(one, error, lines)))
            .Select(error => $"refused: {error.Text}");
        return expected.Refusals.Where(one => !errors.Exists(error => IsTold(one, error, lines)))
            .Select(one => $"not refused: {one.At}: {string.Join(" … ", one.Says)}")
            .Concat(unexpected)
            .Concat(expected.Warnings.Where(one => !client.Findings.Any(told => !told.IsError && IsTold(one, told, lines)))
                .Select(one => $"not warned: {one.At}: {string.Join(" … ", one.Says)}"));
    }

    private static bool IsTold(ExpectedFinding expected, ToolFinding told, string[] lines) =>
        LineOf(told, lines).Contains(expected.At, StringComparison.Ordinal)
        && (expected.At.Length > 0 || told.Line == 1)
        && expected.Says.All(says => told.Message.Contains(says, StringComparison.OrdinalIgnoreCase));

    /// <summary>The line that a finding names; what is wrong at the end of the file is told of its last line.</summary>
    private static string LineOf(ToolFinding told, string[] lines) =>
        lines.Take(told.Line).LastOrDefault(static line => line.Length > 0) ?? "";

    private static async Task<IReadOnlyList<string>> CallProblemsAsync(DocumentCase expected, GeneratedClient client)
    {
        if (client.Assembly is not { } assembly)
        {
            return [];
        }

        var problems = new List<string>();
        using var loaded = new ClientUnderTest(assembly);
        foreach (var transcript in expected.Calls)
        {
            foreach (var newtonsoft in (bool[])[false, true])
            {
                var found = await CallProblemsAsync(loaded, transcript, newtonsoft);
                problems.AddRange(found.Select(problem =>
                    $"{(newtonsoft ? "Newtonsoft.Json" : "System.Text.Json")}, {transcript.Call ?? "C#"}: {problem}"));
            }
        }

        return problems;
    }

    private static async Task<IEnumerable<string>> CallProblemsAsync(ClientUnderTest client, Transcript expected, bool newtonsoft)
    {
        using var wire = new Wire(expected);
        try
        {
            var result = await client.CallAsync(expected, wire, newtonsoft);
            return [.. WireComparison.Problems(expected, wire), .. ResultProblems(expected, result)];
        }
        catch (Exception exception) when (expected.Exception is { } name && exception.GetType().Name == name)
        {
            return WireComparison.Problems(expected, wire);
        }
        catch (Exception exception)
        {
            return [.. wire.Count > 0 ? WireComparison.Problems(expected, wire) : [],
                $"{exception.GetType().Name}: {exception.Message} {exception.InnerException?.Message}"];
        }
    }

    private static IEnumerable<string> ResultProblems(Transcript expected, ClientUnderTest.Result? result)
    {
        if (expected.Exception is { } exception)
        {
            yield return $"{exception} did not reach the caller.";
        }

        var wanted = expected.Result ?? (expected.AnswerBody.Length > 0 && expected.Call is not null ? expected.AnswerBody : null);
        foreach (var (library, written) in result is null ? []
            : new[] { ("System.Text.Json", result.Json), ("Newtonsoft.Json", result.NewtonsoftJson) })
        {
            if (wanted is not null and not "nothing" && !JsonComparison.AreEqual(wanted, written))
            {
                yield return $"the caller got {written} (as {library} writes it) instead of {wanted}";
            }
        }

        if (wanted == "nothing" ? result is not null : wanted is not null && result is null)
        {
            yield return $"the caller got {result?.Json ?? "nothing"} instead of {wanted}";
        }
    }
}

/// <summary>Compares what was sent with a transcript.</summary>
internal static class WireComparison
{
    private const string Server = "https://api.example";

    public static IEnumerable<string> Problems(Transcript expected, Wire sent)
    {
        if (expected.Request.Length == 0)
        {
            yield break;
        }

        var (method, target) = expected.Request.Split(' ', 2) is [var first, var second] ? (first, second) : (expected.Request, "");
        var request = $"{method} {(target.StartsWith('/') ? Server + "/v1" + target : target)}";
        if (Ordered(sent.Request) != Ordered(request))
        {
            yield return $"sent {sent.Request} instead of {request}";
        }

        foreach (var (name, value) in expected.RequestHeaders.Where(header => sent.Headers.GetValueOrDefault(header.Name) is var found
            && WithoutBoundary(found, found) != header.Value && !IsPreferred(header, found)))
        {
            yield return $"sent the header {name} as '{sent.Headers.GetValueOrDefault(name)}' instead of '{value}'";
        }

        foreach (var name in sent.UnusualHeaders.Except(expected.RequestHeaders.Select(static header => header.Name),
            StringComparer.OrdinalIgnoreCase))
        {
            yield return $"sent the header {name}: {sent.Headers[name]}, which nobody expects";
        }

        var type = sent.Headers.GetValueOrDefault("Content-Type");
        if (expected.RequestBody is not null && type?.Split(';')[0] != "application/json"
            && !expected.RequestHeaders.Any(static header => header.Name == "Content-Type"))
        {
            yield return $"sent the header Content-Type as '{type}' instead of 'application/json'";
        }

        var body = WithoutBoundary(sent.Body?.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n'), type);
        if (body != expected.RequestBody
            && (body is null || expected.RequestBody is null || !JsonComparison.AreEqual(expected.RequestBody, body)))
        {
            yield return $"sent the body {body ?? "(none)"} instead of {expected.RequestBody ?? "(none)"}";
        }
    }

    /// <summary>An answer's own type comes first; JSON is named behind it, for errors.</summary>
    private static bool IsPreferred((string Name, string Value) expected, string? found) =>
        expected.Name == "Accept" && found?.StartsWith(expected.Value + ", ", StringComparison.Ordinal) == true;

    /// <summary>The order of a query's names means nothing, that of the values of one name does.</summary>
    private static string Ordered(string request) => request.Split('?', 2) is [var target, var query]
        ? $"{target}?{string.Join('&', query.Split('&').OrderBy(static pair => pair.Split('=')[0], StringComparer.Ordinal))}"
        : request;

    /// <summary>A boundary is new in each request; here it is called 'boundary'.</summary>
    private static string? WithoutBoundary(string? text, string? type)
    {
        const string Parameter = "boundary=";
        var at = type?.IndexOf(Parameter, StringComparison.Ordinal) ?? -1;
        return at < 0 ? text : text?.Replace(type![(at + Parameter.Length)..].Trim('"'), "boundary", StringComparison.Ordinal);
    }
}

/// <summary>Compares JSON by its meaning; what is no JSON, by its characters.</summary>
internal static class JsonComparison
{
    public static bool AreEqual(string expected, string actual)
    {
        try
        {
            return AreEqual(JsonNode.Parse(expected), JsonNode.Parse(actual));
        }
        catch (JsonException)
        {
            return expected.Trim() == actual.Trim();
        }
    }

    // The same moment may be written with more or fewer digits, and with another name for the offset zero.
    private static bool IsTime(string text, out DateTimeOffset time) => DateTimeOffset.TryParse(
        text.Contains('T', StringComparison.Ordinal) ? text : "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    private static bool AreEqual(JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (JsonObject left, JsonObject right) => left.Count == right.Count
            && left.All(pair => right.TryGetPropertyValue(pair.Key, out var other) && AreEqual(pair.Value, other)),
        (JsonArray left, JsonArray right) => left.Count == right.Count
            && left.Zip(right).All(static pair => AreEqual(pair.First, pair.Second)),
        (JsonValue left, JsonValue right) when left.GetValueKind() == JsonValueKind.Number
            && right.GetValueKind() == JsonValueKind.Number =>
            left.ToJsonString() == right.ToJsonString() || left.GetValue<decimal>() == right.GetValue<decimal>(),
        (JsonValue left, JsonValue right) when left.TryGetValue<string>(out var text) && right.TryGetValue<string>(out var other) =>
            text == other || (IsTime(text, out var one) && IsTime(other, out var same) && one == same),
        _ => JsonNode.DeepEquals(expected, actual),
    };
}
