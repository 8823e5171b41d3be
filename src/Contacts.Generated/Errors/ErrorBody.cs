using System.Net;
using System.Text;

namespace Contacts.Generated;

/// <summary>
/// The contents of an error body, whether the gateway, the service behind it or a proxy wrote it. Reading one never throws.
/// </summary>
internal sealed class ErrorBody
{
    /// <summary>The longest server message that is kept.</summary>
    public const int MaxMessageLength = 2048;

    private ErrorBody(string? message, string? code, string? requestId)
    {
        Message = message;
        Code = code;
        RequestId = requestId;
    }

    /// <summary>The message, trimmed. It may contain personal data.</summary>
    public string? Message { get; }

    /// <summary>The code, if it looks like one.</summary>
    public string? Code { get; }

    /// <summary>The request id, if it looks like one.</summary>
    public string? RequestId { get; }

    private static ErrorBody Nothing { get; } = new(null, null, null);

    /// <param name="body">The body, or its beginning.</param>
    /// <param name="mediaType">The media type of the response; what the bytes look like takes precedence.</param>
    /// <param name="charset">The charset of the response, or <see langword="null"/>.</param>
    public static ErrorBody Parse(ReadOnlyMemory<byte> body, string? mediaType, string? charset = null)
    {
        if (body.Length > BodyText.MaxBytes)
        {
            body = body.Slice(0, BodyText.MaxBytes);
        }

        var encoding = BodyText.EncodingOf(charset);
        var text = encoding.CodePage == Encoding.UTF8.CodePage
            ? body.Span
            : Encoding.UTF8.GetBytes(BodyText.Decode(body, charset) ?? "");
        text = TrimStart(text);
        if (text.IsEmpty)
        {
            return Nothing;
        }

        switch ((char)text[0])
        {
            case '{' or '[' or '"':
                var json = ErrorJson.Read(text);
                return new ErrorBody(Tidy(json.Message), LogSafe.CodeOrNull(json.Code), LogSafe.RequestIdOrNull(json.RequestId));
            case '<':
                return new ErrorBody(Tidy(HtmlTitle.Find(ToText(text))), null, null);
            default:
                return IsText(text, mediaType) ? new ErrorBody(Tidy(ToText(text)), null, null) : Nothing;
        }
    }

    private static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\uFEFF"u8))
        {
            text = text.Slice(3);
        }

        var start = 0;
        while (start < text.Length && text[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        return text.Slice(start);
    }

    /// <summary>A bare number, <c>true</c> or <c>null</c> says nothing, and binary data is not shown as text.</summary>
    private static bool IsText(ReadOnlySpan<byte> text, string? mediaType) =>
        text.IndexOf((byte)0) < 0
        && !text.SequenceEqual("null"u8)
        && (string.IsNullOrEmpty(mediaType) || mediaType!.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase));

    private static string ToText(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text.ToArray());

    private static string? Tidy(string? message)
    {
        var trimmed = message?.Trim();
        if (string.IsNullOrEmpty(trimmed))
        {
            return null;
        }

        if (trimmed!.Length <= MaxMessageLength)
        {
            return trimmed;
        }

        // Do not split a surrogate pair.
        var length = char.IsHighSurrogate(trimmed[MaxMessageLength - 1]) ? MaxMessageLength - 1 : MaxMessageLength;
        return new StringBuilder(trimmed, 0, length, length + 1).Append('…').ToString();
    }
}

/// <summary>Finds the title of an HTML error page, the only informative part of it.</summary>
internal static class HtmlTitle
{
    /// <summary>The title is near the start of a page.</summary>
    private const int SearchedLength = 8 * 1024;

    public static string? Find(string html)
    {
        var searched = Math.Min(html.Length, SearchedLength);
        var open = html.IndexOf("<title", 0, searched, StringComparison.OrdinalIgnoreCase);
        var start = open < 0 ? -1 : html.IndexOf('>', open, searched - open);
        var end = start < 0 ? -1 : html.IndexOf("</title", start, searched - start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? null : OneLine(WebUtility.HtmlDecode(html.Substring(start + 1, end - start - 1)));
    }

    private static string OneLine(string text) =>
        string.Join(" ", text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
