namespace Contacts.Generated;

/// <summary>
/// One object, bare or in "data", which must say who it is: a success that has neither an id nor an address is none. An update may
/// be answered by nothing.
/// </summary>
internal sealed class ObjectResponseReader<T> : ResponseReader<T>
    where T : class, IOpenModel, new()
{
    public override string Expected => "a JSON object";

    public override T Read(JsonEngine engine, in ResponseBody body)
    {
        if (body is { MayBeBlank: true, IsBlank: true })
        {
            return new T();
        }

        var value = ReadAlone(engine, Envelope.OnlyObject(body.Json), body.Options)
            ?? engine.Read<T>(Envelope.Object(body.Json), body.Options)
            ?? throw new InvalidDataException("The document is null.");
        return value.HasIdentity ? value : throw new InvalidDataException("The object does not say who it is.");
    }

    /// <summary>Reads what is most likely all that the answer has; null if it is not.</summary>
    private static T? ReadAlone(JsonEngine engine, ReadOnlyMemory<byte> likely, in ReadOptions options)
    {
        try
        {
            return likely.IsEmpty ? null : engine.ReadStrictly<T>(likely, options.CancellationToken);
        }
        catch (JsonReadException)
        {
            return null;
        }
    }
}
