using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>Reads JSON bodies.</summary>
internal static class RequestBodies
{
    // What is stored is returned nested deeper, inside the envelope of a list, and clients stop at 64 levels.
    private static readonly JsonDocumentOptions _options = new() { MaxDepth = 32 };

    /// <exception cref="ErrorReplyException">The body is not JSON, nests too deep, or has a string that is not valid Unicode.</exception>
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
            throw new ErrorReplyException(ErrorReplies.Invalid());
        }
    }

    /// <exception cref="ErrorReplyException">As for <see cref="Json"/>, or the body is not an object.</exception>
    public static JsonElement JsonObject(Exchange exchange) => Json(exchange) is { ValueKind: JsonValueKind.Object } fields
        ? fields
        : throw new ErrorReplyException(ErrorReplies.Invalid());

    /// <summary>Decodes every string once, since a document detects an invalid one only when it is read.</summary>
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
