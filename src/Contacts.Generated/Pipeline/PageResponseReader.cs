namespace Contacts.Generated;

/// <summary>A page in any of its envelopes. "No content" is an empty page.</summary>
internal sealed class PageResponseReader<T> : ResponseReader<T>
    where T : class, IOpenModel, new()
{
    public override string Expected => "a page as JSON";

    public override T Read(JsonEngine engine, in ResponseBody body)
    {
        if (body.Status == 204)
        {
            return new T();
        }

        var page = engine.Read<T>(Envelope.Page(body.Json), body.Options) ?? throw new InvalidDataException("The document is null.");
        if (page.State.Fields is { } fields)
        {
            ErrorEnvelope.Check(fields);
            if (fields.ContainsKey("data"))
            {
                throw new InvalidDataException("None of the items is an object.");
            }
        }

        return page;
    }
}
