namespace Contacts.Generated;

/// <summary>Turns an operation's response into its result.</summary>
internal abstract class ResponseReader<T>
{
    /// <summary>The media type to ask for.</summary>
    public virtual string Accept => "application/json";

    /// <summary>Whether the caller receives the body as a stream.</summary>
    public virtual bool IsStreaming => false;

    /// <summary>What the operation expects, for the message about a response that is something else.</summary>
    public abstract string Expected { get; }

    /// <summary>Reads a complete body.</summary>
    /// <exception cref="Exception">The body is something else. Any exception of a JSON library means that too.</exception>
    public virtual T Read(JsonEngine engine, in ResponseBody body) => throw new NotSupportedException();

    /// <summary>Opens a streamed body.</summary>
    /// <returns>The result, which now owns the response; null if the body is something else.</returns>
    public virtual ValueTask<T?> OpenAsync(HttpResponseMessage response, PeekableStream body, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}

/// <summary>The readers that generated code uses.</summary>
internal static class ResponseReader
{
    public static ResponseReader<T> Object<T>()
        where T : class, IOpenModel, new() => new ObjectResponseReader<T>();

    public static ResponseReader<T> Page<T>()
        where T : class, IOpenModel, new() => new PageResponseReader<T>();

    public static ResponseReader<IReadOnlyList<TItem>> List<TItem>()
        where TItem : class, IOpenModel, new() =>
        new ListResponseReader<TItem>(static (engine, utf8, in options) => engine.ReadList<TItem>(utf8, options));

    /// <summary>A list of strings, numbers and other simple values.</summary>
    public static ResponseReader<IReadOnlyList<TItem>> Values<TItem>() => new ListResponseReader<TItem>(
        static (engine, utf8, in options) => engine.ReadStrictly<IReadOnlyList<TItem>>(utf8, options.CancellationToken));

    public static ResponseReader<T> Acknowledgement<T>()
        where T : class, IOpenModel, new() => new AcknowledgementResponseReader<T>();
}

/// <summary>A complete body, and what a reader must know about its response.</summary>
/// <param name="Bytes">The body, decompressed; valid only while it is being read.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Method">The method of the request.</param>
/// <param name="Options">What the readers need to know about the call.</param>
internal readonly record struct ResponseBody(ReadOnlyMemory<byte> Bytes, int Status, HttpMethod Method, ReadOptions Options)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// Whether the body may be empty: after an update or a removal, but not after a read or a POST, whose result the caller does not know.
    /// </summary>
    public bool MayBeBlank => Method != HttpMethod.Get && Method != HttpMethod.Post;

    /// <summary>Whether the body is empty or only white space.</summary>
    public bool IsBlank
    {
        get
        {
            foreach (var value in Bytes.Span)
            {
                if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Whether the body begins like HTML or XML.</summary>
    public bool IsMarkup
    {
        get
        {
            foreach (var value in Json.Span)
            {
                if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                {
                    return value == (byte)'<';
                }
            }

            return false;
        }
    }

    /// <summary>The body without a byte order mark, which JSON readers reject.</summary>
    public ReadOnlyMemory<byte> Json => Bytes.Span.StartsWith(ByteOrderMark) ? Bytes.Slice(ByteOrderMark.Length) : Bytes;
}
