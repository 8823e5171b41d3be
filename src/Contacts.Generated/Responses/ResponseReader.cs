namespace Contacts.Generated;

/// <summary>How an operation's answer becomes its result.</summary>
internal abstract class ResponseReader<T>
{
    /// <summary>The media type asked for.</summary>
    public virtual string Accept => "application/json";

    /// <summary>Whether the body is handed to the caller as a stream instead of being read here.</summary>
    public virtual bool IsStreaming => false;

    /// <summary>What the operation expects, for the message of an answer that is something else.</summary>
    public abstract string Expected { get; }

    /// <summary>Reads a whole body.</summary>
    /// <exception cref="Exception">The body is something else; any exception of a JSON library counts as that.</exception>
    public virtual T Read(JsonEngine engine, in ResponseBody body) => throw new NotSupportedException();

    /// <summary>Opens a streamed body.</summary>
    /// <returns>The result, which owns the response from here on; null if the body is something else.</returns>
    public virtual ValueTask<T?> OpenAsync(HttpResponseMessage response, PeekableStream body, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}

/// <summary>The readers that generated code names.</summary>
internal static class ResponseReader
{
    public static ResponseReader<T> Object<T>()
        where T : class, IOpenModel, new() => new ObjectResponseReader<T>();

    public static ResponseReader<T> Page<T>()
        where T : class, IOpenModel, new() => new PageResponseReader<T>();

    public static ResponseReader<IReadOnlyList<TItem>> List<TItem>()
        where TItem : class, IOpenModel, new() =>
        new ListResponseReader<TItem>(static (engine, utf8, in options) => engine.ReadList<TItem>(utf8, options));

    /// <summary>A list of texts, numbers and the like, which the library reads alone.</summary>
    public static ResponseReader<IReadOnlyList<TItem>> Values<TItem>() => new ListResponseReader<TItem>(
        static (engine, utf8, in options) => engine.ReadStrictly<IReadOnlyList<TItem>>(utf8, options.CancellationToken));

    public static ResponseReader<T> Acknowledgement<T>()
        where T : class, IOpenModel, new() => new AcknowledgementResponseReader<T>();
}
