using System.Text;

namespace Contacts.Generated;

/// <summary>What a call sends as its body.</summary>
/// <param name="mediaType">The media type, as the contract names it.</param>
internal abstract class RequestBody(string mediaType)
{
    public const string Json = "application/json";

    public string MediaType => mediaType;

    /// <summary>The bytes to send; the same for every attempt.</summary>
    public abstract byte[] Write(JsonEngine engine);

    /// <summary>Adds the values in the bytes that <see cref="Write"/> returned and that nobody else should read.</summary>
    public virtual void AddSecrets(Redactor redactor, byte[] bytes) => RequestSecrets.AddJson(redactor, bytes);
}

/// <summary>The value that a call sends as JSON, typed as in the contract.</summary>
internal sealed class RequestBody<T>(T value, string mediaType = RequestBody.Json) : RequestBody(mediaType)
{
    public T Value { get; } = value;

    public override byte[] Write(JsonEngine engine) => engine.Write(Value);
}

/// <summary>A value of any kind that a call sends as JSON.</summary>
internal sealed class AnyBody(object? value, string mediaType) : RequestBody(mediaType)
{
    private readonly object? _plain = PlainValue.From(value);

    public override byte[] Write(JsonEngine engine) => PlainValueWriter.ToUtf8(_plain);
}

/// <summary>Text that a call sends as it is.</summary>
internal sealed class TextBody(string text, string mediaType) : RequestBody(mediaType + "; charset=utf-8")
{
    public override byte[] Write(JsonEngine engine) => Encoding.UTF8.GetBytes(text);

    public override void AddSecrets(Redactor redactor, byte[] bytes)
    {
        redactor.Add(text);
        foreach (var line in text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            redactor.Add(line);
        }
    }
}

/// <summary>The style of one field of a form; a field without one is written like a query parameter.</summary>
internal readonly record struct FormField(string Name, ParameterStyle Style, bool KeepsReserved = false);

/// <summary>An object that a call sends as a URL-encoded form, a field for each member.</summary>
internal sealed class FormBody(object? plain, FormField[] fields) : RequestBody("application/x-www-form-urlencoded")
{
    public override byte[] Write(JsonEngine engine)
    {
        var pairs = from member in plain as PlainObject ?? []
                    let value = ParameterValue.Of(member.Value)
                    where value is not null
                    let field = fields.FirstOrDefault(field => field.Name == member.Key)
                    let hasStyle = field.Name is not null
                    from pair in PairsOf(member.Key, value, hasStyle ? field : null)
                    select pair;
        return Encoding.ASCII.GetBytes(string.Join("&", pairs));
    }

    public override void AddSecrets(Redactor redactor, byte[] bytes) => RequestSecrets.AddPairs(redactor, Encoding.ASCII.GetString(bytes));

    // Without a style of its own, a nested value is written as JSON, and a list of such values as one field for each.
    private static IEnumerable<string> PairsOf(string name, ParameterValue value, FormField? field) =>
        value.Plain is PlainObject members && field is null
            ? [Encode(name) + "=" + Encode(StyledText.ParameterValueText(members))]
            : field is { KeepsReserved: true } kept
            ? StyledText.Pairs(Encode(name), value, kept.Style, PercentEncoding.EncodeAllButReserved)
            : StyledText.Pairs(Encode(name), value, field?.Style ?? ParameterStyle.Form, Encode)
                .Select(static pair => pair.Replace(",", "%2C"));

    private static string Encode(string text) => PercentEncoding.Encode(text).Replace("%20", "+");
}

/// <summary>A file or a value in a form, or the only file of a body that is not a form.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="File">The file; null for a value.</param>
/// <param name="Bytes">The value's bytes; null for a file.</param>
/// <param name="MediaType">The media type; null for the file's own, or for plain text.</param>
internal sealed record BodyPart(string Name, UploadContent? File, byte[]? Bytes = null, string? MediaType = null);

/// <summary>What a call streams: the parts of a multipart form, or a single file.</summary>
internal sealed class UploadBody(string mediaType, bool isForm) : RequestBody(mediaType)
{
    public bool IsForm => isForm;

    public List<BodyPart> Parts { get; } = new(capacity: 1);

    public IProgress<TransferProgress>? Progress { get; set; }

    public override byte[] Write(JsonEngine engine) => throw new NotSupportedException("An upload is streamed.");
}
