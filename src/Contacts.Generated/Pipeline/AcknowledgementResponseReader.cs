namespace Contacts.Generated;

/// <summary>
/// The answer to a write that promises no field: the status is the answer, and the body may be anything or nothing, but an
/// error. A page of markup is not the service's answer, but that of a proxy or a sign-in page before it, and nothing was done.
/// </summary>
internal sealed class AcknowledgementResponseReader<T> : ResponseReader<T>
    where T : class, IOpenModel, new()
{
    public override string Expected => "an acknowledgement";

    public override T Read(JsonEngine engine, in ResponseBody body)
    {
        if (body.IsMarkup)
        {
            throw new InvalidDataException("The body is a page of markup.");
        }

        try
        {
            var value = body.IsBlank ? new T() : engine.Read<T>(Envelope.Object(body.Json, "success"u8), body.Options) ?? new T();
            ErrorEnvelope.Check(value.State.Fields);
            return value;
        }
        catch (Exception exception) when (exception is JsonReadException or System.Text.Json.JsonException)
        {
            // "OK" as plain text, a bare true, a list: the write was done all the same.
            return new T();
        }
    }
}
