using System.Buffers.Text;
using System.Text;

namespace Contacts.Generated.Benchmarks.Server;

/// <summary>Contacts as the service sends them, from one text whose number is written over.</summary>
internal sealed class ContactBytes
{
    private const string Number = "0000000000";

    private const string Declared =
        """
        "object_name":"contact","id":"con_0000000000","organization_id":"org_11111111-2222-4333-8444-555555555555","business_unit_id":"bu_example",
        "channel_id":"ch_11111111-2222-4333-8444-555555555555","channel_type":"web","display_name":"Test Person","first_name":"Test","last_name":"Person",
        "email":"person@example.com","area_code":"00","phone_number":"5550100","avatar_url":"https://files.example.com/contact/org_example/file_x.png",
        "gender":"Male","language":"en","time_zone":"Etc/UTC","remark":"","title":"","position":"Buyer","company_name":"Example Company","location":"",
        "birthday":"1990-01-02","whatsapp_id":"","facebook_id":"","messenger_id":"","wechat_id":"","line_id":"","instagram_id":"","odooContactID":"",
        "additional_params":{},"labels":["vip","newsletter"],"last_seen":"2024-05-06T07:08:09.123Z","is_presence":false,
        "created_at":"2024-01-02T03:04:05.678Z","updated_at":"2024-05-06T07:08:09.123Z"
        """;

    private const string Unknown =
        """
        ,"loyalty_tier":"gold","score":42,"preferences":{"newsletter":true,"topics":["a","b"]}
        """;

    private readonly byte[] _contact;
    private readonly int _number;

    /// <param name="withUnknown">Whether each contact has three fields that no contract declares.</param>
    public ContactBytes(bool withUnknown)
    {
        _contact = Encoding.UTF8.GetBytes("{" + (Declared + (withUnknown ? Unknown : "")).ReplaceLineEndings("") + "}");
        _number = _contact.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Number));
    }

    /// <summary>The answer to a list.</summary>
    public byte[] Page(int skip, int limit, int total)
    {
        var count = Math.Max(0, Math.Min(limit, total - skip));
        var head = """{"object_name":"list","data":["""u8;
        var tail = Encoding.UTF8.GetBytes(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $$"""],"nested":{},"has_more":{{(skip + count < total ? "true" : "false")}},"count":{{total}},"total":{{count}}}"""));
        var page = new byte[head.Length + (count * (_contact.Length + 1)) - Math.Min(1, count) + tail.Length];
        head.CopyTo(page);
        var at = head.Length;
        for (var index = 0; index < count; index++)
        {
            if (index > 0)
            {
                page[at++] = (byte)',';
            }

            Write(page.AsSpan(at), skip + index);
            at += _contact.Length;
        }

        tail.CopyTo(page.AsSpan(at));
        return page;
    }

    /// <summary>One contact, wrapped as the answer to a read.</summary>
    public byte[] Enveloped(string id)
    {
        var answer = new byte[_contact.Length + 9];
        """{"data":"""u8.CopyTo(answer);
        Write(answer.AsSpan(8), NumberOf(id));
        answer[^1] = (byte)'}';
        return answer;
    }

    /// <summary>One contact under another name, as the answer to an update.</summary>
    public byte[] Renamed(string id, string name) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Bare(id)).Replace("Test Person", name, StringComparison.Ordinal));

    private byte[] Bare(string id)
    {
        var contact = new byte[_contact.Length];
        Write(contact, NumberOf(id));
        return contact;
    }

    private static int NumberOf(string id) => int.Parse(id.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture);

    private void Write(Span<byte> target, int number)
    {
        _contact.CopyTo(target);
        Utf8Formatter.TryFormat(
            number, target.Slice(_number, Number.Length), out _, new System.Buffers.StandardFormat('D', (byte)Number.Length));
    }
}
