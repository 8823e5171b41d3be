using System.Text.Json;
using Contacts.Generated;

namespace Contacts.Cli.Doctor;

/// <summary>Tells from answers which form the service has. What the two forms share says nothing.</summary>
internal static class FormProbe
{
    public static ContactsDialect? Of(ContactPage page) => Of(page.HasMore, page.Page);

    public static ContactsDialect? Of(NotificationPage page) => Of(page.HasMore, page.Page);

    /// <summary>One contact comes inside <c>data</c>, or bare. The SDK reads both, so this asks below its models.</summary>
    public static async Task<ContactsDialect?> OfContactAsync(ContactsClient client, string id, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("contacts/" + Uri.EscapeDataString(id), UriKind.Relative));
        using var response = await client.SendAsync(request, cancellationToken);
        try
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return document.RootElement.ValueKind != JsonValueKind.Object ? null
                : document.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? ContactsDialect.WebApp
                : ContactsDialect.VendorSdk;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ContactsDialect? Of(bool? hasMore, int? page) => (hasMore, page) switch
    {
        (not null, null) => ContactsDialect.WebApp,
        (null, not null) => ContactsDialect.VendorSdk,
        _ => null,
    };
}
