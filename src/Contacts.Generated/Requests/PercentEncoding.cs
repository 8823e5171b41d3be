namespace Contacts.Generated;

/// <summary>Encodes a string as one part of an address.</summary>
internal static class PercentEncoding
{
    /// <summary>
    /// Whether a string contains an unpaired surrogate. Such a string cannot be encoded and would be sent as a different one.
    /// </summary>
    public static bool IsBroken(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return true;
            }

            index++;
        }

        return false;
    }

    /// <summary>Encodes everything but letters, digits and "-._~". The string must not contain an unpaired surrogate.</summary>
    public static string Encode(string text) => Uri.EscapeDataString(text);
}
