using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Input;
using Contacts.Cli.Samples;
using Contacts.Generated;

namespace Contacts.Cli.Calling;

/// <summary>
/// Builds a request to an operation from what the contract says of it, so that an operation which was added to the contract can be called,
/// too. Messages name parameters, but never their values.
/// </summary>
internal sealed class ContractCall
{
    private const string Json = "application/json";

    private readonly SampleOperation _operation;
    private readonly char? _reserved;
    private readonly ILookup<string, string> _given;

    /// <param name="contract">The contract in its normalized form.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="parameters">The parameters, as <c>name=value</c>.</param>
    /// <exception cref="UsageException">A parameter is missing, unknown, given too often or of another kind.</exception>
    public ContractCall(JsonObject contract, SampleOperation operation, IEnumerable<string> parameters)
    {
        _operation = operation;
        _reserved = ((string?)contract["x-reserved-id-start"])?[0];
        _given = parameters.Select(Split).ToLookup(static pair => pair.Name, static pair => pair.Value, StringComparer.Ordinal);
        foreach (var values in _given)
        {
            Check(values.Key, [.. values]);
        }

        if (operation.Parameters.FirstOrDefault(one => (bool?)one["required"] == true && !_given.Contains(NameOf(one))) is { } missing)
        {
            var example = missing["example"]?.ToString() ?? "value";
            throw new UsageException(
                $"{operation.Id} needs the parameter {NameOf(missing)}: give --param {NameOf(missing)}={SafeText.OneLine(example, 60)}.");
        }

        Address = AddressOf();
    }

    public HttpMethod Method => new(_operation.Method);

    /// <summary>The path below the service's own, with the query.</summary>
    public string Address { get; }

    /// <summary>Creates the request.</summary>
    /// <param name="host">The surroundings, for standard input.</param>
    /// <param name="body">JSON, <c>@</c> and a file, or <c>-</c> for standard input; null for no body.</param>
    /// <param name="cancellationToken">Ends the reading of the body.</param>
    /// <exception cref="UsageException">The operation needs a body, has none, or the body is not JSON.</exception>
    public async Task<HttpRequestMessage> CreateAsync(CliHost host, string? body, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(Method, new Uri(Address, UriKind.Relative))
        {
            Content = await ContentAsync(host, body, cancellationToken),
        };
        foreach (var header in ParametersIn("header"))
        {
            request.Headers.TryAddWithoutValidation(NameOf(header), _given[NameOf(header)]);
        }

        return request;
    }

    private string AddressOf()
    {
        var path = (string)_operation.CSharp["path"]!;
        if (path.StartsWith('/'))
        {
            throw new UsageException($"{_operation.Id} is not below the service's path, where this command sends requests.");
        }

        foreach (var parameter in ParametersIn("path"))
        {
            var name = NameOf(parameter);
            path = path.Replace($"{{{name}}}", Segment(name, _given[name].First()), StringComparison.Ordinal);
        }

        var query = string.Join('&', ParametersIn("query").SelectMany(
            one => Pairs(one, [.. _given[NameOf(one)].Select(Uri.EscapeDataString)])));
        return query.Length > 0 ? $"{path}?{query}" : path;
    }

    /// <summary>An id as a segment of the path.</summary>
    private string Segment(string name, string id)
    {
        try
        {
            return PathId.Encode(id, name, _reserved);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException($"The parameter {name}: {exception.Message.Split(" (Parameter '")[0]}");
        }
    }

    /// <summary>A list is a pair for each value, unless the contract joins them.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="values">Its values, encoded.</param>
    private static IEnumerable<string> Pairs(JsonObject parameter, string[] values)
    {
        var name = Uri.EscapeDataString(NameOf(parameter));
        var separator = ((string?)parameter["style"], (bool?)parameter["explode"]) switch
        {
            ("spaceDelimited", _) => "%20",
            ("pipeDelimited", _) => "%7C",
            (_, false) => ",",
            _ => null,
        };
        return values.Length > 1 && separator is not null
            ? [$"{name}={string.Join(separator, values)}"]
            : values.Select(value => $"{name}={value}");
    }

    private void Check(string name, string[] values)
    {
        var parameter = _operation.Parameters.FirstOrDefault(one => NameOf(one) == name) ?? throw Unknown(name);
        var schema = _operation.Resolve(parameter["schema"]);
        var type = (string?)schema?["type"];
        if (values.Length > 1 && type != "array")
        {
            throw new UsageException($"The parameter {name} is given more than once.");
        }

        var isValid = type switch
        {
            "integer" => long.TryParse(values[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "number" => double.TryParse(values[0], NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "boolean" => values[0] is "true" or "false",
            _ => true,
        };
        if (!isValid)
        {
            throw new UsageException($"The parameter {name} must be {(type == "boolean" ? "true or false" : $"a {type}")}.");
        }
    }

    private UsageException Unknown(string name)
    {
        var names = _operation.Parameters.Select(NameOf).ToList();
        var hint = Suggestion.For(name, names) is { } near ? $"; did you mean {near}?"
            : names.Count > 0 ? $". There are {string.Join(", ", names)}."
            : ": it takes none.";
        return new UsageException($"{_operation.Id} has no parameter {SafeText.OneLine(name, 40)}{hint}");
    }

    private async Task<HttpContent?> ContentAsync(CliHost host, string? body, CancellationToken cancellationToken)
    {
        var described = _operation.CSharp.Parent!["requestBody"];
        if (body is null)
        {
            return (bool?)described?["required"] == true
                ? throw new UsageException(
                    $"{_operation.Id} needs a body: --body {(_operation.FilePart is null ? "JSON, @file or -" : "@file")}.")
                : null;
        }

        if (described is null)
        {
            throw new UsageException($"{_operation.Id} takes no body: leave --body out.");
        }

        return _operation.FilePart is { } part ? Form(part, body) : await JsonAsync(host, body, cancellationToken);
    }

    private static MultipartFormDataContent Form(string part, string body)
    {
        if (!body.StartsWith('@'))
        {
            throw new UsageException("The body is a file: give --body @file.");
        }

        var file = UploadContent.FromFile(body[1..]);
        var content = new StreamContent(File.OpenRead(body[1..]));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(file.MediaType);
        return new MultipartFormDataContent { { content, part, file.FileName } };
    }

    private static async Task<HttpContent> JsonAsync(CliHost host, string body, CancellationToken cancellationToken)
    {
        var text = body.StartsWith('@') ? await InputText.ReadAsync(host, body[1..], cancellationToken)
            : body == InputText.StandardInput ? await InputText.ReadAsync(host, body, cancellationToken)
            : body;
        try
        {
            JsonDocument.Parse(text).Dispose();
        }
        catch (JsonException exception)
        {
            throw new UsageException(
                $"--body is not JSON, from line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} on; "
                + "quote it for the shell, or give @file.");
        }

        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue(Json);
        return content;
    }

    private IEnumerable<JsonObject> ParametersIn(string place) => _operation.Parameters.Where(one => (string?)one["in"] == place);

    private static string NameOf(JsonObject parameter) => (string)parameter["name"]!;

    private static (string Name, string Value) Split(string assignment)
    {
        var sign = assignment.IndexOf('=', StringComparison.Ordinal);
        return sign > 0
            ? (assignment[..sign], assignment[(sign + 1)..])
            : throw new UsageException("--param needs name=value, such as --param limit=20.");
    }
}
