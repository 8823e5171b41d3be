using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>Reads what the service sees of a body.</summary>
internal static class RequestBodies
{
    // What is kept comes back deeper, inside the list's envelope, and clients stop at 64 levels.
    private static readonly JsonDocumentOptions _options = new() { MaxDepth = 32 };

    /// <exception cref="RefusedException">It is no JSON, nested too deeply, or has a text that is none.</exception>
    public static JsonElement Json(Exchange exchange)
    {
        try
        {
            using var document = JsonDocument.Parse(exchange.Body, _options);
            ReadTexts(document.RootElement);
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new RefusedException(Refusals.Invalid());
        }
    }

    /// <summary>Decodes every text once: a document does so when it is asked for one, and only then finds a broken one.</summary>
    private static void ReadTexts(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                _ = value.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    _ = property.Name;
                    ReadTexts(property.Value);
                }

                break;
        }
    }
}
