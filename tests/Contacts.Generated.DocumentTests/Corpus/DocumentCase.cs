namespace Contacts.Generated.DocumentTests.Corpus;

/// <summary>A document of the corpus, and what is to become of it.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Place">Where it stands, for messages.</param>
/// <param name="Parts">The document, and the local files that it refers to, by their names. The first one is the document.</param>
/// <param name="Calls">What is called, sent, answered and returned.</param>
/// <param name="Caller">C# that a user of the client writes; null if there is none.</param>
/// <param name="Refusals">What the tool says against the document; empty if a client is made of it.</param>
/// <param name="Warnings">What the tool says of the document although it makes a client.</param>
internal sealed record DocumentCase(
    string Name,
    string Place,
    IReadOnlyList<(string File, string Text)> Parts,
    IReadOnlyList<Transcript> Calls,
    string? Caller,
    IReadOnlyList<ExpectedFinding> Refusals,
    IReadOnlyList<ExpectedFinding> Warnings);

/// <summary>What the tool is to say of a document.</summary>
/// <param name="At">A part of the line that it names; empty for the first line.</param>
/// <param name="Says">What its sentence contains.</param>
internal sealed record ExpectedFinding(string At, IReadOnlyList<string> Says)
{
    /// <summary>Reads lines such as <c>operationId: get | twice | rename one</c>: a part of the line, and parts of the sentence.</summary>
    public static IReadOnlyList<ExpectedFinding> Parse(string block) =>
    [
        .. block.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(parts => new ExpectedFinding(parts[0], [.. parts.Skip(1)])),
    ];
}

/// <summary>One call: what the caller says, what is sent, what is answered, and what the caller gets.</summary>
/// <param name="Call">The operation and its arguments as JSON, under their wire names; null to run the case's C#.</param>
/// <param name="Request">Method and target; empty to look at the answer only.</param>
/// <param name="RequestHeaders">The headers, apart from those that every request has.</param>
/// <param name="RequestBody">The body; null if there is none.</param>
/// <param name="Answer">Status and media type, such as <c>200 application/json</c>.</param>
/// <param name="AnswerHeaders">Further headers of the answer.</param>
/// <param name="AnswerBody">The answer's body.</param>
/// <param name="Result">What the caller gets, as JSON; null if that is the answer's body.</param>
/// <param name="Exception">The exception that the caller gets; null if there is none.</param>
internal sealed record Transcript(
    string? Call,
    string Request,
    IReadOnlyList<(string Name, string Value)> RequestHeaders,
    string? RequestBody,
    string Answer,
    IReadOnlyList<(string Name, string Value)> AnswerHeaders,
    string AnswerBody,
    string? Result,
    string? Exception)
{
    /// <summary>The client's credential, as <c>Option=value</c>, or as <c>Basic=name:password</c>.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Reads a block of lines: the call, <c>&gt;</c> what is sent, <c>&lt;</c> the answer, <c>=</c> the result,
    /// <c>!</c> the exception.</summary>
    public static IReadOnlyList<Transcript> Parse(string block)
    {
        var transcripts = new List<Transcript>();
        var lines = block.TrimEnd('\n').Split('\n');
        for (var index = 0; index < lines.Length;)
        {
            string Take(Func<string, bool> belongs, int skip)
            {
                var taken = new List<string>();
                for (; index < lines.Length && belongs(lines[index]); index++)
                {
                    taken.Add(skip == 0 ? lines[index] : lines[index].Length > skip ? lines[index][skip..] : "");
                }

                return string.Join('\n', taken);
            }

            var call = Take(static line => line is not ['>' or '<' or '=' or '!', ..], 0).Trim();
            var (request, requestHeaders, requestBody) = Message(Take(static line => line is ['>', ..], 2));
            var (answer, answerHeaders, answerBody) = Message(Take(static line => line is ['<', ..], 2));
            var result = Take(static line => line is ['=', ..], 2);
            var exception = Take(static line => line is ['!', ..], 2);
            transcripts.Add(new(
                NullIfEmpty(call), request, requestHeaders, requestBody, answer, answerHeaders, answerBody ?? "",
                    NullIfEmpty(result), NullIfEmpty(exception)));
        }

        return transcripts;
    }

    /// <summary>What is sent and answered alike by an operation that takes a value and gives it back.</summary>
    public static Transcript Echo(string operation, string request, string json) => new(
        $"{operation} {{\"body\": {json}}}", request, [], json, "200 application/json", [], json, Result: null, Exception: null);

    private static (string Head, IReadOnlyList<(string Name, string Value)> Headers, string? Body) Message(string text)
    {
        var lines = text.Split('\n');
        var headers = lines.Skip(1).TakeWhile(IsHeader).Select(line => line.Split(": ", 2)).Select(pair => (pair[0], pair[1])).ToList();
        var body = lines.Skip(1 + headers.Count).ToList();
        if (body is ["", ..])
        {
            body.RemoveAt(0);
        }

        return (lines[0], headers, body.Count == 0 ? null : string.Join('\n', body));
    }

    private static bool IsHeader(string line) =>
        line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon
            && line[..colon].All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
