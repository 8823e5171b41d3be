namespace Contacts.Generated;

/// <summary>The answer to a write that promises no field: the status is the answer, and the body may be anything or nothing.</summary>
internal sealed class AcknowledgementResponseReader<T> : ResponseReader<T>
    where T : class, new()
{
    public override string Expected => "an acknowledgement";

    public override T Read(JsonEngine engine, in ResponseBody body)
    {
        try
        {
            return body.IsBlank ? new T() : engine.Read<T>(Envelope.Object(body.Json, "success"u8)) ?? new T();
        }
        catch (Exception exception) when (exception is JsonReadException or System.Text.Json.JsonException)
        {
            // "OK" as plain text, a bare true, a list: the write was done all the same.
            return new T();
        }
    }
}
