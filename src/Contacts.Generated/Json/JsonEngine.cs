using System.Text.Json;

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

    /// <summary>The names that were met before.</summary>
    protected MemberNames Names { get; } = new();

    /// <summary>Whether models are read member by member at once, because the library takes longer for it.</summary>
    protected virtual bool ReadsByMembers => false;

    /// <summary>Reads a model. What the library refuses is read again, member by member.</summary>
    /// <exception cref="JsonReadException">It is no JSON, too deep, or not an object.</exception>
    public T? Read<T>(ReadOnlyMemory<byte> utf8, in ReadOptions options = default)
        where T : class, IOpenModel, new() => Read(utf8, options, ModelReader.ReadModel<T>);

    /// <summary>Reads a list of models in the same way. A null, or an item that is not an object, is null.</summary>
    /// <exception cref="JsonReadException">It is no JSON, too deep, or not a list of objects.</exception>
    public IReadOnlyList<T>? ReadList<T>(ReadOnlyMemory<byte> utf8, in ReadOptions options = default)
        where T : class, IOpenModel, new() => Read<IReadOnlyList<T>>(utf8, options, ModelReader.ReadModels<T>);

    /// <summary>Reads a model, or refuses all of it for one value that cannot be read.</summary>
    /// <exception cref="JsonReadException">It was refused.</exception>
    public T? ReadModelStrictly<T>(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken = default)
        where T : class, IOpenModel, new() => ReadsByMembers
            ? ReadByMembers(utf8, new ReadOptions("", "", RefuseUnreadable.Instance, cancellationToken), ModelReader.ReadModel<T>)
            : ReadStrictly<T>(utf8, cancellationToken);

    /// <summary>Reads a document by the library alone, which refuses all of it for one value that it cannot read.</summary>
    /// <exception cref="JsonReadException">The library refused it.</exception>
    public abstract T? ReadStrictly<T>(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken = default);

    /// <summary>Reads a value that may also be a text, a number or a flag alone.</summary>
    /// <exception cref="JsonReadException">The library refused it.</exception>
    public virtual T? ReadValue<T>(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken = default) =>
        ReadStrictly<T>(utf8, cancellationToken);

    /// <summary>Writes a value as UTF-8.</summary>
    public abstract byte[] Write<T>(T value);

    private delegate T? MemberReader<T>(ReadOnlySpan<byte> utf8, in ReadOptions options, MemberNames names);

    private T? Read<T>(ReadOnlyMemory<byte> utf8, in ReadOptions options, MemberReader<T> read)
    {
        if (!ReadsByMembers)
        {
            try
            {
                return ReadStrictly<T>(utf8, options.CancellationToken);
            }
            catch (JsonReadException)
            {
                // Read again below.
            }
        }

        return ReadByMembers(utf8, options, read);
    }

    private T? ReadByMembers<T>(ReadOnlyMemory<byte> utf8, in ReadOptions options, MemberReader<T> read)
    {
        try
        {
            return read(utf8.Span, options, Names);
        }
        catch (JsonException exception)
        {
            throw new JsonReadException(exception);
        }
    }

}

/// <summary>Refuses all of a document for one value that cannot be read.</summary>
internal sealed class RefuseUnreadable : IReadObserver
{
    public static readonly RefuseUnreadable Instance = new();

    public void ValueNotRead(in ReadOptions options, string member) => throw new JsonException("A value could not be read.");
}

/// <summary>A document could not be read. The inner exception belongs to a JSON library and may quote the document.</summary>
internal sealed class JsonReadException(Exception innerException) : Exception("The document could not be read.", innerException);

/// <summary>What a reading takes from the call it belongs to.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="RequestId">The call's request id.</param>
/// <param name="Observer">Who is told about values that could not be read; null for nobody.</param>
/// <param name="CancellationToken">Ends the reading, as the call's limits do.</param>
internal readonly record struct ReadOptions(
    string Operation, string RequestId, IReadObserver? Observer, CancellationToken CancellationToken);

/// <summary>Is told about values that could not be read.</summary>
internal interface IReadObserver
{
    /// <summary>A value could not be read, and its member is null or has its default.</summary>
    /// <param name="options">The call that it came with.</param>
    /// <param name="member">The model and the member's name in the contract, "Contact.created_at"; never the value.</param>
    void ValueNotRead(in ReadOptions options, string member);
}
