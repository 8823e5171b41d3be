using System.Text.Json;

namespace Contacts.Generated;

/// <summary>
/// Walks over a document with the strict reader, because Newtonsoft.Json also takes comments, single quotes, trailing
/// commas and unpaired surrogates: both engines must accept the same documents.
/// </summary>
internal static class StrictJson
{
    /// <exception cref="JsonException">It is not JSON, or too deep.</exception>
    /// <exception cref="InvalidOperationException">A text is not valid UTF-8 or has an unpaired surrogate.</exception>
    public static void Check(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonEngine.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && MayBeBroken(ref reader))
            {
                _ = reader.GetString();
            }
        }
    }

    private static bool MayBeBroken(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
        {
            return true;
        }

        foreach (var value in reader.ValueSpan)
        {
            if (value >= 0x80)
            {
                return true;
            }
        }

        return false;
    }
}
