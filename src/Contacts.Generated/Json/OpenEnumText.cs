using System.Globalization;

namespace Contacts.Generated;

/// <summary>Tells which texts of a numeric open enum are written as numbers.</summary>
internal static class OpenEnumText
{
    /// <summary>Digits only, and the same digits again when written: "007" stays a text.</summary>
    public static bool IsNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) &&
        (text.Length == 1 || text[0] != '0');
}
