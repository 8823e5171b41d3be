using Contacts.Cli.Output;

namespace Contacts.Cli.Failures;

/// <summary>Text from elsewhere for an error message: in one line, not too long, and without what a terminal would obey.</summary>
internal static class OneLine
{
    public static string Of(string text, int length)
    {
        var clean = SafeText.Of(text).Trim();
        return clean.Length <= length ? clean : clean[..length] + "…";
    }
}
