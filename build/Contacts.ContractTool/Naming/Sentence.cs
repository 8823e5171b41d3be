namespace Contacts.ContractTool;

/// <summary>Writes a description for what the document does not describe.</summary>
internal static class Sentence
{
    /// <summary>The words of a name after a capitalized article: <c>An order line</c>.</summary>
    public static string Of(string name)
    {
        var words = Identifiers.Words(name);
        return words.Length == 0 ? "A value" : (words[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "An " : "A ") + words;
    }
}
