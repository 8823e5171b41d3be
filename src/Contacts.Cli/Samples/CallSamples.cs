using System.Text.Json.Nodes;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Samples;

/// <summary>
/// Writes a request as C#, as a curl line and as a line of this command. What the three need to know comes from the contract, so an
/// operation that is added to it has them too.
/// </summary>
internal sealed class CallSamples
{
    private readonly Dictionary<string, SampleOperation> _operations;

    /// <summary>Reads a contract in its normalized form.</summary>
    public CallSamples(JsonObject contract) =>
        _operations = SampleOperation.AllOf(contract).ToDictionary(operation => operation.Id, StringComparer.Ordinal);

    /// <summary>Reads the contract that the emulator answers.</summary>
    public static CallSamples OfEmulator()
    {
        using var resource = typeof(ContactsEmulator).Assembly.GetManifestResourceStream("contract.json")!;
        return new CallSamples(JsonNode.Parse(resource)!.AsObject());
    }

    /// <summary>The names of all operations, in the order of the contract.</summary>
    public IEnumerable<string> Operations => _operations.Keys;

    /// <summary>Writes a request to an operation.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="target">The path as sent, with the query.</param>
    /// <param name="body">The JSON that was sent; null for the contract's example.</param>
    /// <param name="gateway">The address that the lines call.</param>
    /// <returns>The three forms, or null if there is no such operation.</returns>
    public CallSample? Of(string operation, string target, JsonNode? body, string gateway)
    {
        if (!_operations.TryGetValue(operation, out var described))
        {
            return null;
        }

        var call = described.Read(target, body);
        return new CallSample(CSharpSample.Of(call), ShellSamples.Curl(call, gateway), ShellSamples.Command(call, gateway));
    }
}

/// <summary>One call, written in three ways that send the same request. The credential is a variable of the environment.</summary>
/// <param name="CSharp">A statement that uses the SDK's <c>client</c>.</param>
/// <param name="Curl">A shell line with curl.</param>
/// <param name="Command">A shell line with this command; null if it has none for the operation.</param>
internal sealed record CallSample(string CSharp, string Curl, string? Command);
