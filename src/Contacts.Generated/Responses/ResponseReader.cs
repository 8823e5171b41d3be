namespace Contacts.Generated;

/// <summary>Turns an operation's response into its result.</summary>
internal abstract class ResponseReader<T>
{
    protected const string Json = "application/json";

    /// <summary>The media type to ask for.</summary>
    public virtual string Accept => Json;

    /// <summary>Whether the caller receives the body as a stream.</summary>
    public virtual bool IsStreaming => false;

    /// <summary>Whether the body is JSON, which is refused when it has too many values for its length.</summary>
    public virtual bool IsJson => true;

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

/// <summary>
/// The readers that generated code uses. The first group is for contracts whose responses may come in an envelope (x-envelope); the
/// second reads what the contract describes and nothing else.
/// </summary>
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

    public static ResponseReader<T> Model<T>(string accept)
        where T : class, IOpenModel, new() => new ModelResponseReader<T>(accept);

    public static ResponseReader<IReadOnlyList<T>> Models<T>(string accept)
        where T : class, IOpenModel, new() => new ModelListResponseReader<T>(accept);

    /// <summary>A string, a number, a map, a list of them or anything else that a JSON library reads by itself.</summary>
    public static ResponseReader<T> Value<T>(string accept) => new ValueResponseReader<T>(accept);

    /// <summary>Any JSON, as plain .NET values.</summary>
    public static ResponseReader<object?> Any(string accept) => new AnyResponseReader(accept);

    /// <summary>A JSON object with any members.</summary>
    public static ResponseReader<IDictionary<string, object?>> AnyObject(string accept) => new AnyObjectResponseReader(accept);

    /// <summary>A list of any values.</summary>
    public static ResponseReader<IReadOnlyList<object?>> AnyList(string accept) =>
        new PlainListResponseReader<object?>(accept, static item => item);

    /// <summary>A list of objects with any members.</summary>
    public static ResponseReader<IReadOnlyList<IDictionary<string, object?>>> AnyObjects(string accept) =>
        new PlainListResponseReader<IDictionary<string, object?>>(
            accept, static item => item as PlainObject ?? throw new InvalidDataException("An item is not an object."));

    /// <summary>Text, unchanged.</summary>
    public static ResponseReader<string> Text(string accept) => new TextResponseReader(accept);

    /// <summary>A success without a result.</summary>
    public static ResponseReader<Nothing> Nothing() => new NothingResponseReader();

    /// <summary>A value, or null.</summary>
    /// <param name="reader">Reads the value.</param>
    /// <param name="allowsNull">Whether the JSON may be null.</param>
    /// <param name="statuses">The statuses that have no body; 0 stands for any, if there is none.</param>
    public static ResponseReader<T?> OrNull<T>(ResponseReader<T> reader, bool allowsNull, params int[] statuses)
        where T : class => new OrNullResponseReader<T, T?>(reader, allowsNull, statuses, static value => value);

    public static ResponseReader<T?> OrNullValue<T>(ResponseReader<T> reader, bool allowsNull, params int[] statuses)
        where T : struct => new OrNullResponseReader<T, T?>(reader, allowsNull, statuses, static value => value);

    /// <summary>One of several values, by the status.</summary>
    public static ResponseReader<T> ByStatus<T>(params ResponseCase<T>[] cases) => new StatusResponseReader<T>(cases);

    /// <param name="status">The status; one digit stands for all that begin with it, and 0 for any other.</param>
    /// <param name="reader">Reads the body that comes with it.</param>
    /// <param name="make">Creates the result from the status and the value.</param>
    public static ResponseCase<T> Case<T, TValue>(int status, ResponseReader<TValue> reader, Func<int, TValue, T> make) =>
        new ResponseCase<T, TValue>(status, reader, make);
}

/// <summary>A complete body, and what a reader must know about its response.</summary>
/// <param name="Bytes">The body, decompressed; valid only while it is being read.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Method">The method of the request.</param>
/// <param name="Options">What the readers need to know about the call.</param>
/// <param name="Content">The content that the body came as, for its headers; null if there was none.</param>
internal readonly record struct ResponseBody(
    ReadOnlyMemory<byte> Bytes, int Status, HttpMethod Method, ReadOptions Options, HttpContent? Content)
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
