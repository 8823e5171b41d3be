using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>
/// Merges the fields of an update, or of a new contact, into a contact. Null clears a field; a field that is left out keeps its value.
/// </summary>
internal static class ContactUpdate
{
    /// <summary>The fields that only the service sets.</summary>
    private static readonly HashSet<string> _readOnly = new(StringComparer.Ordinal)
    {
        "id", "_id", "public_id", "object_name", "doc_name", "organization_id", "business_unit_id", "board_id", "board_item_id",
        "additional_params", "is_presence", "last_seen", "action", "created_at", "updated_at",
    };

    /// <summary>Creates a contact with only these fields, and no id yet.</summary>
    /// <exception cref="ErrorReplyException">A field has a value of the wrong kind.</exception>
    public static Contact Create(JsonElement fields, ContactsEmulatorOptions options)
    {
        var contact = new Contact
        {
            ObjectName = "contact",
            OrganizationId = SyntheticWorld.Organization,
            AdditionalParams = new Dictionary<string, object?>(StringComparer.Ordinal),
            Labels = [],
            IsPresence = false,
        };
        foreach (var field in ContactField.Writable)
        {
            field.Set(contact, "");
        }

        Apply(contact, fields, options, isNew: true);
        return contact;
    }

    /// <exception cref="ErrorReplyException">A field has a value of the wrong kind. Nothing was changed.</exception>
    public static void Apply(Contact contact, JsonElement fields, ContactsEmulatorOptions options, bool isNew = false)
    {
        var changes = new List<Action>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in fields.EnumerateObject())
        {
            if (WireName(property.Name, options) is { } name && !_readOnly.Contains(name)
                && (isNew || ContactField.Find(name) is not { OnlyNew: true }))
            {
                seen.Add(name);
                changes.Add(ChangeOf(contact, name, property.Value));
            }
        }

        changes.ForEach(static change => change());
        if (!seen.Contains("display_name") && (isNew || (seen.Contains("first_name") && seen.Contains("last_name"))))
        {
            contact.DisplayName = $"{contact.FirstName} {contact.LastName}".Trim();
        }
    }

    /// <summary>
    /// The service's name for a field; null for a field that only the other dialect writes and that therefore has no effect.
    /// </summary>
    private static string? WireName(string name, ContactsEmulatorOptions options)
    {
        (ContactsDialect? writtenBy, var wireName) = name switch
        {
            "name" => (ContactsDialect.VendorSdk, "display_name"),
            "phone" => (ContactsDialect.VendorSdk, "phone_number"),
            "display_name" or "phone_number" => (ContactsDialect.WebApp, name),
            _ => (default(ContactsDialect?), name),
        };
        return writtenBy is { } dialect && !options.Accepts(dialect) ? null : wireName;
    }

    private static Action ChangeOf(Contact contact, string name, JsonElement value)
    {
        if (name == "labels")
        {
            var labels = LabelsOf(value);
            return () => contact.Labels = labels;
        }

        if (ContactField.Find(name) is not { } field)
        {
            var further = value.Clone();
            return () => contact.AdditionalProperties[name] = further;
        }

        var text = value.ValueKind switch
        {
            JsonValueKind.String => Normalized(name, value.GetString()!),
            JsonValueKind.Null => field.Nullable ? null : "",
            _ => throw Invalid(name),
        };
        return () => field.Set(contact, text);
    }

    private static IReadOnlyList<string> LabelsOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            throw Invalid("labels");
        }

        return [.. value.EnumerateArray().Select(static label => label.ValueKind == JsonValueKind.String
            ? label.GetString()!
            : throw Invalid("labels"))];
    }

    private static string Normalized(string name, string text) => (name, text) switch
    {
        ("gender", "m" or "M") => "Male",
        ("gender", "f" or "F") => "Female",
        _ => text,
    };

    private static ErrorReplyException Invalid(string field) => new(ErrorReplies.Invalid(field));
}
