using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>The notifications that a body names, in any of the forms in use.</summary>
internal static class NotificationIds
{
    /// <summary>The ids; empty if the body is in a form that has no effect here; null if there is no body at all, which means all of them.</summary>
    /// <exception cref="RefusedException">The body names nothing, or is none of the forms.</exception>
    public static IReadOnlyList<string>? Read(Exchange exchange, ContactsEmulatorOptions options)
    {
        var isWebApp = options.Dialect == ContactsDialect.WebApp;
        if (exchange.Body.Length == 0)
        {
            return exchange.BodyWasSwallowed || exchange.Match?.Route.Operation != ContactsOperations.MarkNotificationsRead
                ? throw Invalid()
                : Accept(options, isOther: isWebApp) ? null : [];
        }

        var json = RequestBodies.Json(exchange);
        if (json.ValueKind == JsonValueKind.Array)
        {
            return Ids(json, Accept(options, isOther: !isWebApp));
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Invalid();
        }

        if (json.TryGetProperty("notification_id", out var named))
        {
            return Ids(named, Accept(options, isOther: isWebApp));
        }

        // The form of the POST that stands in for a DELETE whose body got lost.
        var isFallback = exchange.Method == "POST";
        return json.TryGetProperty("ids", out var ids) ? Ids(ids, Accept(options, isOther: !(isWebApp && isFallback))) : throw Invalid();
    }

    private static bool Accept(ContactsEmulatorOptions options, bool isOther) => !options.Strict || !isOther;

    private static List<string> Ids(JsonElement json, bool accept)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            return accept ? [json.GetString()!] : [];
        }

        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() == 0)
        {
            throw Invalid();
        }

        List<string> ids = [.. json.EnumerateArray().Select(static id => id.ValueKind == JsonValueKind.String ? id.GetString()! : throw Invalid())];
        return accept ? ids : [];
    }

    private static RefusedException Invalid() => new(Refusals.Invalid());
}
