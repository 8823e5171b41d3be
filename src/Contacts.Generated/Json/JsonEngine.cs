using System.Text.Json;

namespace Contacts.Generated;

/// <summary>Reads and writes JSON with one library; the rest of the SDK knows neither library.</summary>
internal abstract class JsonEngine
{
    /// <summary>
    /// How deep a document may nest, in both libraries: enough for unknown values of a hundred levels, and for objects in each other's
    /// lists. Only plain values nest that deep, and reading and writing them takes little stack: the deepest document needs less than 192
    /// KiB, and the smallest stack of a thread, in IIS, has 256 KiB.
    /// </summary>
    public const int MaxDepth = 256;

    /// <summary>How deep the libraries read and models nest. Anything deeper is kept as plain values.</summary>
    public const int ModelDepth = 64;

    /// <summary>The engine of this target: System.Text.Json on modern .NET, Newtonsoft.Json on .NET Framework and its like.</summary>
    public static JsonEngine Default { get; } =
#if NET8_0_OR_GREATER
        new SystemTextJsonEngine();
#else
        new NewtonsoftEngine(configure: null);
#endif

    /// <summary>The member names that were read before.</summary>
    protected MemberNames Names { get; } = new();

    /// <summary>Whether models are read member by member in the first place, since the library itself is slower.</summary>
    protected virtual bool ReadsByMembers => false;

    /// <summary>Reads a model. A document that the library rejects is read again, member by member.</summary>
    /// <exception cref="JsonReadException">The document is not JSON, nests too deep, or is not an object.</exception>
    public T? Read<T>(ReadOnlyMemory<byte> utf8, in ReadOptions options = default)
        where T : class, IOpenModel, new() => Read(utf8, options, ModelReader.ReadModel<T>);

    /// <summary>Reads a list of models in the same way. An item that is null or not an object becomes null.</summary>
    /// <exception cref="JsonReadException">The document is not JSON, nests too deep, or is not a list of objects.</exception>
    public IReadOnlyList<T>? ReadList<T>(ReadOnlyMemory<byte> utf8, in ReadOptions options = default)
        where T : class, IOpenModel, new() => Read<IReadOnlyList<T>>(utf8, options, ModelReader.ReadModels<T>);

    /// <summary>Reads a model, and rejects all of it if one value cannot be read.</summary>
    /// <exception cref="JsonReadException">The document was rejected.</exception>
    public T? ReadModelStrictly<T>(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken = default)
        where T : class, IOpenModel, new() => ReadsByMembers
            ? ReadByMembers(utf8, new ReadOptions("", "", RefuseUnreadable.Instance, cancellationToken), ModelReader.ReadModel<T>)
            : ReadStrictly<T>(utf8, cancellationToken);

    /// <summary>Reads a document with the library alone, which rejects all of it if one value cannot be read.</summary>
    /// <exception cref="JsonReadException">The library rejected the document.</exception>
    public abstract T? ReadStrictly<T>(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken = default);

    /// <summary>Reads a value that may also be a single string, number or Boolean.</summary>
    /// <exception cref="JsonReadException">The library rejected the document.</exception>
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
                // Read member by member below.
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

/// <summary>Rejects a whole document because of one value that cannot be read.</summary>
internal sealed class RefuseUnreadable : IReadObserver
{
    public static readonly RefuseUnreadable Instance = new();

    public void ValueNotRead(in ReadOptions options, string member) => throw new JsonException("A value could not be read.");
}

/// <summary>A document could not be read. The inner exception belongs to a JSON library and may quote the document.</summary>
internal sealed class JsonReadException(Exception innerException) : Exception("The document could not be read.", innerException);

/// <summary>What reading a document needs to know about the call.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="RequestId">The call's request id.</param>
/// <param name="Observer">Receives the values that could not be read; null for none.</param>
/// <param name="CancellationToken">Cancels the reading, as the call's time limits do.</param>
internal readonly record struct ReadOptions(
    string Operation, string RequestId, IReadObserver? Observer, CancellationToken CancellationToken);

/// <summary>Is notified of values that could not be read.</summary>
internal interface IReadObserver
{
    /// <summary>Called when a value could not be read; its member is null or has its default.</summary>
    /// <param name="options">The call whose response contained the value.</param>
    /// <param name="member">The names of the model and of the member on the wire, "Contact.created_at"; never the value.</param>
    void ValueNotRead(in ReadOptions options, string member);
}
