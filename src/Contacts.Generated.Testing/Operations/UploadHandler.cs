namespace Contacts.Generated.Testing;

/// <summary>Keeps uploaded files, and gives them back.</summary>
internal sealed class UploadHandler(EmulatorState state)
{
    public Reply Upload(Exchange exchange)
    {
        var file = MultipartForm.FirstFile(exchange.Header("content-type"), exchange.Body) ?? throw new RefusedException(Refusals.NoFile);
        var path = state.Uploads.Add(file);
        return Reply.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("url", $"http://{exchange.Header("host")}{path}");
            writer.WriteEndObject();
        });
    }
}
