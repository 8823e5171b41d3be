using System.Globalization;

namespace Contacts.ContractTool;

/// <summary>A YAML scalar: its text and what that text means.</summary>
public sealed class ContractScalar(Position position, string text, bool isPlain) : ContractNode(position)
{
    public string Text { get; } = text;

    public ScalarKind Kind { get; } = isPlain ? KindOf(text) : ScalarKind.Text;

    public override string KindText => Kind switch
    {
        ScalarKind.WholeNumber => "an integer",
        ScalarKind.Number => "a number",
        ScalarKind.Boolean => "a boolean",
        ScalarKind.Null => "empty",
        _ => "a string",
    };

    private static ScalarKind KindOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        _ when !char.IsAsciiDigit(text[^1]) && text[^1] != '.' => ScalarKind.Text,
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => ScalarKind.WholeNumber,
        _ when double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out _) => ScalarKind.Number,
        _ => ScalarKind.Text,
    };
}
