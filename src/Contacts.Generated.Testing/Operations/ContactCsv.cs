using System.Text;

namespace Contacts.Generated.Testing;

/// <summary>The export: a header and a row for each contact, quoted as in RFC 4180. The columns are invented.</summary>
internal static class ContactCsv
{
    private static readonly string[] _columns =
    [
        "display_name", "first_name", "last_name", "email", "area_code", "phone_number", "company_name", "language", "remark",
    ];

    public static Reply Write(ContactPositions positions, LiveList<Contact> contacts)
    {
        var fields = Array.ConvertAll(_columns, name => ContactField.Find(name)!);
        var csv = new StringBuilder("id,").AppendJoin(',', _columns).Append(",channel_type,created_at\r\n");
        for (var index = 0; index < positions.Count; index++)
        {
            var contact = contacts.Peek(positions[index]);
            Append(csv, contact.Id);
            foreach (var field in fields)
            {
                Append(csv.Append(','), field.Get(contact));
            }

            Append(csv.Append(','), contact.ChannelType?.Value);
            Append(csv.Append(','), contact.CreatedAt is { } time ? WireTime.Format(time) : "");
            csv.Append("\r\n");
        }

        return Reply.Text(200, Reply.CsvType, csv.ToString()) with
        {
            Headers = [new("Content-Disposition", "attachment; filename=\"contacts.csv\"")],
        };
    }

    private static void Append(StringBuilder csv, string? value)
    {
        if (value.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            csv.Append(value);
            return;
        }

        csv.Append('"').Append(value!.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
