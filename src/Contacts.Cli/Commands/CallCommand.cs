using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Contacts.Cli.Calling;
using Contacts.Cli.Connection;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Output;
using Contacts.Cli.Samples;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts call</c>: any operation of the contract, by its name.</summary>
internal sealed class CallCommand
{
    private static readonly Lazy<JsonObject> _embedded = new(static () =>
    {
        using var resource = typeof(ContactsEmulator).Assembly.GetManifestResourceStream("contract.json")!;
        return JsonNode.Parse(resource)!.AsObject();
    });

    private readonly JsonObject _contract;
    private readonly IReadOnlyDictionary<string, SampleOperation> _operations;

    private readonly Argument<string> _operation = new("OPERATION")
    {
        Description = "The name of an operation, such as list. The emulator's /explorer and the shell's completion know all.",
    };

    private readonly Option<string[]> _parameters = new("--param")
    {
        Description = "A parameter of the path, the query or a header; may be given several times.",
        HelpName = "name=value",
    };

    private readonly Option<string> _body = new("--body")
    {
        Description = "The body: JSON, a file of it, or - for standard input.",
        HelpName = "json|@file|-",
    };

    private readonly Confirmation _confirmation = new();

    private CallCommand(JsonObject contract)
    {
        _contract = contract;
        _operations = SampleOperation.AllOf(contract).ToDictionary(static operation => operation.Id, StringComparer.Ordinal);
        _operation.CompletionSources.Add([.. _operations.Keys]);
        _operation.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !_operations.ContainsKey(token.Value))
            {
                var hint = Suggestion.For(token.Value, _operations.Keys) is { } near
                    ? $"; did you mean {near}?"
                    : $". There are {string.Join(", ", _operations.Keys)}.";
                result.AddError($"There is no operation {SafeText.OneLine(token.Value, 40)}{hint}");
            }
        });
    }

    /// <param name="commands">Creates the command.</param>
    /// <param name="contract">The contract in its normalized form; null for the one that this command was built with.</param>
    public static Command Create(CommandFactory commands, JsonObject? contract = null)
    {
        var call = new CallCommand(contract ?? _embedded.Value);
        return commands.Create(
            "call",
            "Calls any operation of the contract and prints its response. The request is as the contract describes it, in either "
            + "--dialect.",
            [call._operation, call._parameters, call._body, .. call._confirmation.Options],
            call.RunAsync);
    }

    private async Task RunAsync(ServiceCall call)
    {
        var operation = _operations[call.Text(_operation)];
        var built = new ContractCall(_contract, operation, call.Parsed.GetValue(_parameters) ?? []);
        using var request = await built.CreateAsync(call.Host, call.Parsed.GetValue(_body), call.Token);
        if (_confirmation.IsDryRun(call))
        {
            await ShowPlanAsync(call, built, request);
            return;
        }

        if (built.Method == HttpMethod.Delete)
        {
            await _confirmation.AskAsync(
                call, () => Task.FromResult($"Call {operation.Id}, which deletes ({SafeText.OneLine(built.Address, 100)})?"));
        }

        using var response = await call.Client.SendAsync(request, call.Token);
        await ShowAsync(call, response);
    }

    private static async Task ShowPlanAsync(ServiceCall call, ContractCall built, HttpRequestMessage request)
    {
        var output = call.Parsed.InvocationConfiguration.Output;
        await output.WriteLineAsync(SafeText.Of($"{built.Method} {built.Address}"));
        if (request.Content is ByteArrayContent json)
        {
            await output.WriteLineAsync(SafeText.OfLines(await json.ReadAsStringAsync(call.Token)));
        }

        await call.Host.Error.WriteLineAsync("Nothing was sent.");
    }

    private static async Task ShowAsync(ServiceCall call, HttpResponseMessage response)
    {
        await using var content = await response.Content.ReadAsStreamAsync(call.Token);
        if (response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) != true)
        {
            await content.CopyToAsync(call.TextOutput, call.Token);
            return;
        }

        try
        {
            using var json = await JsonDocument.ParseAsync(content, new() { MaxDepth = 512 }, call.Token);
            await ShowAsync(call, json.RootElement);
        }
        catch (JsonException)
        {
            throw new UsageException("The service's response is not JSON, although it says so.", ExitCode.Failure);
        }
    }

    /// <summary>Shows JSON as it is, unless another format was chosen that can show it.</summary>
    private static Task ShowAsync(ServiceCall call, JsonElement json) => (call.IsFormatGiven, json.ValueKind) switch
    {
        (true, JsonValueKind.Object) => call.Results.OneAsync(json),
        (true, JsonValueKind.Array) when call.Format == OutputFormat.NdJson =>
            call.Results.ListAsync(json, json.EnumerateArray().ToList(), (IReadOnlyList<Column<JsonElement>>)[]),
        _ => new JsonResults(call.JsonOutput, call.Query).OneAsync(json),
    };
}
