using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>Reads which notifications a body names, in any of the forms in use.</summary>
internal static class NotificationIds
{
    /// <summary>
    /// The ids; empty if the form of the body has no effect in this emulator; null without a body, which means all notifications.
    /// </summary>
    /// <exception cref="ErrorReplyException">The body names no notification, or has none of the forms.</exception>
    public static IReadOnlyList<string>? Read(Exchange exchange, ContactsEmulatorOptions options)
    {
        if (exchange.Body.Length == 0)
        {
            return exchange.BodyWasDropped || exchange.Match?.Route.Operation != ContactsOperations.MarkNotificationsRead
                ? throw Invalid()
                : options.Accepts(ContactsDialect.VendorSdk) ? null : [];
        }

        var json = RequestBodies.Json(exchange);
        if (json.ValueKind == JsonValueKind.Array)
        {
            return Ids(json, options.Accepts(ContactsDialect.WebApp));
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Invalid();
        }

        if (json.TryGetProperty("notification_id", out var named))
        {
            return Ids(named, options.Accepts(ContactsDialect.VendorSdk));
        }

        // The POST for older gateways, which drop the body of a DELETE, belongs to the web application's dialect.
        var hasEffect = !options.Strict || (options.Dialect == ContactsDialect.WebApp && exchange.Method == "POST");
        return json.TryGetProperty("ids", out var ids) ? Ids(ids, hasEffect) : throw Invalid();
    }

    private static List<string> Ids(JsonElement json, bool hasEffect)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            return hasEffect ? [json.GetString()!] : [];
        }

        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() == 0)
        {
            throw Invalid();
        }

        List<string> ids = [.. json.EnumerateArray().Select(static id => id.ValueKind == JsonValueKind.String
            ? id.GetString()!
            : throw Invalid())];
        return hasEffect ? ids : [];
    }

    private static ErrorReplyException Invalid() => new(ErrorReplies.Invalid());
}
