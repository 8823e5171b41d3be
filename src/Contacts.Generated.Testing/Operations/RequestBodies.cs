using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>Reads what the service sees of a body.</summary>
internal static class RequestBodies
{
    /// <exception cref="RefusedException">It is no JSON.</exception>
    public static JsonElement Json(Exchange exchange)
    {
        try
        {
            using var document = JsonDocument.Parse(exchange.Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new RefusedException(Refusals.Invalid());
        }
    }
}
