namespace Contacts.Generated.Testing;

/// <summary>A request that a <see cref="ContactsSandbox"/> received.</summary>
public sealed class SandboxRequest
{
    internal SandboxRequest(RouteMatch? match, string method, string path, byte[]? body, string? text, IReadOnlyDictionary<string, string> headers)
    {
        Operation = match?.Route.Operation ?? "";
        PathTemplate = match?.Route.Template ?? "";
        Method = method;
        Path = path;
        BodyBytes = body is null ? default(ReadOnlyMemory<byte>?) : body;
        Body = text;
        Headers = headers;
    }

    /// <summary>The operation, one of <see cref="ContactsOperations"/>; empty if the method and path are none of an operation.</summary>
    public string Operation { get; }

    /// <summary>The method, such as GET.</summary>
    public string Method { get; }

    /// <summary>The path as sent, still encoded, with the query.</summary>
    public string Path { get; }

    /// <summary>The path as in the contract, below the service's root and with placeholders, such as <c>/contacts/{contactId}</c>; empty without an operation.</summary>
    public string PathTemplate { get; }

    /// <summary>The body as sent, if it is text. Null without a body, for anything that is not UTF-8 and for a multipart form, and for a body above 1 MiB.</summary>
    public string? Body { get; }

    /// <summary>The body as sent, byte for byte. Null without a body, and for a body above 1 MiB.</summary>
    public ReadOnlyMemory<byte>? BodyBytes { get; }

    /// <summary>The headers by their names, whose case does not matter; repeated ones are joined by ", ".</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }
}
