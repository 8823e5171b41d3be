namespace Contacts.Generated;

/// <summary>A page in any of its envelopes. "No content" is an empty page.</summary>
internal sealed class PageResponseReader<T> : ResponseReader<T>
    where T : class, new()
{
    public override string Expected => "a page as JSON";

    public override T Read(JsonEngine engine, in ResponseBody body) =>
        body.Status == 204
            ? new T()
            : engine.Read<T>(Envelope.Page(body.Json)) ?? throw new InvalidDataException("The document is null.");
}
