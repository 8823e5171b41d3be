namespace Contacts.Generated;

/// <summary>The one seam between the SDK and a JSON library.</summary>
internal abstract class JsonEngine
{
    /// <summary>
    /// How deep a document may nest, in both libraries: enough for an odd value of a hundred levels, and for objects in each other's lists.
    /// Only plain values go so deep, and they are read and written with little stack: the deepest document needs less than 192 KiB, and the
    /// smallest stack of a thread in IIS has 256.
    /// </summary>
    public const int MaxDepth = 256;

    /// <summary>How deep the libraries read, and models nest. What nests deeper is kept as plain values.</summary>
    public const int ModelDepth = 64;

    /// <summary>The engine of this target: System.Text.Json on modern .NET, Newtonsoft.Json on .NET Framework and its like.</summary>
    public static JsonEngine Default { get; } =
#if NET8_0_OR_GREATER
        new SystemTextJsonEngine();
#else
        new NewtonsoftEngine(configure: null);
#endif

    /// <summary>Reads a model. The library reads it at full speed; only what it refuses is read again, member by member.</summary>
    /// <exception cref="JsonReadException">It is no JSON, too deep, or not an object.</exception>
    public T? Read<T>(ReadOnlyMemory<byte> utf8, in ReadOptions options = default)
        where T : class, IOpenModel, new()
    {
        try
        {
            return ReadStrictly<T>(utf8, options.CancellationToken);
        }
        catch (JsonReadException)
        {
            return Tolerantly(utf8, options, ModelReader.ReadModel<T>);
        }
    }

    /// <summary>Reads a list of models in the same way. A null, or an item that is not an object, is null.</summary>
    /// <exception cref="JsonReadException">It is no JSON, too deep, or not a list of objects.</exception>
    public IReadOnlyList<T>? ReadList<T>(ReadOnlyMemory<byte> utf8, in ReadOptions options = default)
        where T : class, IOpenModel, new()
    {
        try
        {
            return ReadStrictly<IReadOnlyList<T>>(utf8, options.CancellationToken);
        }
        catch (JsonReadException)
        {
            return Tolerantly(utf8, options, ModelReader.ReadModels<T>);
        }
    }

    /// <summary>Reads a document by the library alone, which refuses all of it for one value that it cannot read.</summary>
    /// <exception cref="JsonReadException">The library refused it.</exception>
    public abstract T? ReadStrictly<T>(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken = default);

    /// <summary>Writes a value as UTF-8.</summary>
    public abstract byte[] Write<T>(T value);

    private delegate T? TolerantReader<T>(ReadOnlySpan<byte> utf8, in ReadOptions options);

    private static T? Tolerantly<T>(ReadOnlyMemory<byte> utf8, in ReadOptions options, TolerantReader<T> read)
    {
        try
        {
            return read(utf8.Span, options);
        }
        catch (System.Text.Json.JsonException exception)
        {
            throw new JsonReadException(exception);
        }
    }
}
