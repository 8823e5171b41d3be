using System.Globalization;

namespace Contacts.Generated.Testing;

/// <summary>Whole-word search: every word of the query must occur in one of the fields, with no word character on either side.</summary>
internal sealed class WordMatch(string query)
{
    private readonly string[] _words = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public bool Matches(Contact contact)
    {
        foreach (var word in _words)
        {
            if (!Contains(contact.DisplayName, word) && !Contains(contact.FirstName, word) && !Contains(contact.LastName, word)
                && !Contains(contact.Email, word) && !Contains(contact.PhoneNumber, word) && !IsInternationalNumber(contact, word))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Contains(string? field, string word)
    {
        if (string.IsNullOrEmpty(field))
        {
            return false;
        }

        for (var at = field.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = at + 1 < field.Length ? field.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase) : -1)
        {
            if (IsEdge(field, at - 1) && IsEdge(field, at + word.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEdge(string text, int position) => position < 0 || position >= text.Length || !IsWordCharacter(text[position]);

    /// <summary>Marks count as part of a word, since Thai and Arabic words would fall apart otherwise.</summary>
    private static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character)
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsInternationalNumber(Contact contact, string word) =>
        word[0] == '+' && !string.IsNullOrEmpty(contact.PhoneNumber)
        && word.AsSpan(1).StartsWith(contact.AreaCode, StringComparison.Ordinal)
        && word.AsSpan(1 + (contact.AreaCode?.Length ?? 0)).SequenceEqual(contact.PhoneNumber);
}
