namespace Contacts.Generated;

/// <summary>One object, bare or in "data". A write may be answered by nothing; a read may not.</summary>
internal sealed class ObjectResponseReader<T> : ResponseReader<T>
    where T : class, new()
{
    public override string Expected => "a JSON object";

    public override T Read(JsonEngine engine, in ResponseBody body)
    {
        if (!body.IsRead && body.IsBlank)
        {
            return new T();
        }

        return ReadAlone(engine, Envelope.OnlyObject(body.Json))
            ?? engine.Read<T>(Envelope.Object(body.Json))
            ?? throw new InvalidDataException("The document is null.");
    }

    /// <summary>Reads what is most likely all that the answer has; null if it is not.</summary>
    private static T? ReadAlone(JsonEngine engine, ReadOnlyMemory<byte> likely)
    {
        try
        {
            return likely.IsEmpty ? null : engine.Read<T>(likely);
        }
        catch (JsonReadException)
        {
            return null;
        }
    }
}
