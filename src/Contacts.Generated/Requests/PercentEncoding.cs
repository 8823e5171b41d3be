namespace Contacts.Generated;

/// <summary>Encodes a text as one part of an address.</summary>
internal static class PercentEncoding
{
    /// <summary>Whether a text has a surrogate without its partner: it has no encoding, and would be sent as another text.</summary>
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

    /// <summary>Encodes all but letters, digits and "-._~". The text must not be broken.</summary>
    public static string Encode(string text) => Uri.EscapeDataString(text);
}
