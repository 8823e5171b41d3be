namespace Contacts.Generated;

/// <summary>What a header can carry.</summary>
internal static class HeaderText
{
    /// <summary>Whether a value is printable ASCII without a blank at either end.</summary>
    public static bool IsValid(string value)
    {
        foreach (var character in value)
        {
            if (character is < ' ' or > '~')
            {
                return false;
            }
        }

        return value.Length == 0 || (value[0] != ' ' && value[value.Length - 1] != ' ');
    }

    /// <exception cref="ArgumentException">The value cannot stand in a header. The message does not repeat it: it may be a credential.</exception>
    public static void Check(string value, string parameter, string member)
    {
        if (!IsValid(value))
        {
            throw new ArgumentException(
                $"{member} has a character that a header cannot carry, such as a line break or a letter that is not ASCII. Check that nothing was pasted along with it.", parameter);
        }
    }
}
