namespace Contacts.Generated;

/// <summary>One object, bare or in "data". A write may be answered by nothing; a read may not.</summary>
internal sealed class ObjectResponseReader<T> : ResponseReader<T>
    where T : class, new()
{
    public override string Expected => "a JSON object";

    public override T Read(JsonEngine engine, in ResponseBody body) =>
        !body.IsRead && body.IsBlank
            ? new T()
            : engine.Read<T>(Envelope.Object(body.Json)) ?? throw new InvalidDataException("The document is null.");
}
