using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>The operations that the contract describes. The document is the normalized one, which the SDK is generated from.</summary>
internal sealed class EmulatedContract
{
    private static readonly Lazy<EmulatedContract> _embedded = new(static () =>
    {
        using var stream = typeof(EmulatedContract).Assembly.GetManifestResourceStream("contract.json")!;
        return Parse(stream);
    });

    private static readonly string[] _methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

    private EmulatedContract(JsonElement root)
    {
        var service = "/" + root.GetProperty("x-base-path").GetString();
        var examples = new ExampleReplies(root);
        Operations =
        [
            .. from path in root.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               where _methods.Contains(operation.Name, StringComparer.Ordinal)
               select Describe(operation.Name.ToUpperInvariant(), path.Name, operation.Value, service, examples),
        ];
    }

    /// <summary>The contract that this assembly was built with.</summary>
    public static EmulatedContract Embedded => _embedded.Value;

    public IReadOnlyList<DescribedOperation> Operations { get; }

    public static EmulatedContract Parse(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        return new EmulatedContract(document.RootElement.Clone());
    }

    private static DescribedOperation Describe(
        string method, string template, JsonElement operation, string service, ExampleReplies examples)
    {
        var csharp = operation.TryGetProperty("x-csharp", out var plan) ? plan : operation;
        var id = csharp.TryGetProperty("id", out var known) || operation.TryGetProperty("operationId", out known)
            ? known.GetString()!
            : $"{method} {template}";

        // The tool writes a leading slash for an operation whose server has another path than the service's.
        var root = csharp.TryGetProperty("path", out var path) && path.GetString() is ['/', ..] absolute
            ? absolute[..^template.Length]
            : service;
        return new DescribedOperation(id, method, root, template, () => examples.Of(operation), () => examples.All(operation));
    }
}

/// <summary>An operation of the contract.</summary>
/// <param name="Id">Its id, which is a constant of <see cref="ContactsOperations"/> in the SDK that is generated from the contract.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Root">The path that stands before the template, without a slash at its end.</param>
/// <param name="Template">The path with placeholders, as in the contract.</param>
/// <param name="Example">Makes the response that the contract shows for a success.</param>
/// <param name="Responses">Makes every response that the contract shows, the one for a success first.</param>
internal sealed record DescribedOperation(
    string Id, string Method, string Root, string Template, Func<Reply> Example, Func<IEnumerable<ShownResponse>> Responses)
{
    /// <summary>A route that tells requests to the operation from others, and answers with the example.</summary>
    public Route ToRoute() => new(Id, Method, Root, Template, _ => Example());
}
