using System.Text;

namespace Contacts.Generated.Testing;

/// <summary>A request that a <see cref="ContactsEmulator"/> received.</summary>
public sealed class EmulatorRequest
{
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[]? _body;

    internal EmulatorRequest(RouteMatch? match, string method, string path, byte[]? body, IReadOnlyDictionary<string, string> headers)
        : this(match?.Route.Operation ?? "", match?.Route.Template ?? "", method, path, body, headers)
    {
    }

    private EmulatorRequest(
        string operation, string template, string method, string path, byte[]? body, IReadOnlyDictionary<string, string> headers)
    {
        Operation = operation;
        PathTemplate = template;
        Method = method;
        Path = path;
        Headers = headers;
        _body = body;
    }

    /// <summary>The operation, one of <see cref="ContactsOperations"/>; empty if no operation has this method and path.</summary>
    public string Operation { get; }

    /// <summary>The method, such as GET.</summary>
    public string Method { get; }

    /// <summary>The path as sent, still encoded, with the query.</summary>
    public string Path { get; }

    /// <summary>
    /// The path as in the contract, below the service's root and with placeholders, such as <c>/contacts/{contactId}</c>; empty without an
    /// operation.
    /// </summary>
    public string PathTemplate { get; }

    /// <summary>
    /// The body as sent, if it is text. Null for a body that is not UTF-8, for a multipart form, and where <see cref="BodyBytes"/> is null.
    /// </summary>
    public string? Body => _body is null || IsForm ? null : TextOf(_body);

    /// <summary>
    /// The body as sent, byte for byte. Null without a body, for a body of more than 1 MiB, and for one that was dropped to stay within
    /// <see cref="ContactsEmulatorOptions.MaxRequestLogBytes"/>; <c>Content-Length</c> in <see cref="Headers"/> shows that there was one.
    /// </summary>
    public ReadOnlyMemory<byte>? BodyBytes => _body is null ? default(ReadOnlyMemory<byte>?) : _body;

    /// <summary>The headers by name, regardless of case; repeated ones are joined by ", ".</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Roughly what the request takes in memory, without its body.</summary>
    internal long HeadSize => 512 + (2L * Path.Length) + Headers.Sum(header => 64 + (2L * (header.Key.Length + header.Value.Length)));

    internal long BodySize => _body?.Length ?? 0;

    private bool IsForm =>
        Headers.TryGetValue("content-type", out var type) && type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    internal EmulatorRequest WithoutBody() => new(Operation, PathTemplate, Method, Path, body: null, Headers);

    private static string? TextOf(byte[] body)
    {
        try
        {
            return _strictUtf8.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
