using System.Text;

namespace Contacts.ContractTool;

/// <summary>Collects what the rules find and gives it back in the order of the text.</summary>
public sealed class Findings(string path)
{
    private readonly List<Finding> _all = [];

    public int Count => _all.Count;

    public void Add(Rule rule, Position position, string message)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentException.ThrowIfNullOrEmpty(message);
        _all.Add(new Finding(path, position, rule.Code, Sentence(message)));
    }

    public IReadOnlyList<Finding> InOrder()
    {
        _all.Sort(static (x, y) =>
        {
            var order = x.Position.Line.CompareTo(y.Position.Line);
            order = order != 0 ? order : x.Position.Column.CompareTo(y.Position.Column);
            order = order != 0 ? order : string.CompareOrdinal(x.Code, y.Code);
            return order != 0 ? order : string.CompareOrdinal(x.Message, y.Message);
        });
        return _all;
    }

    // MSBuild reads line by line, and a name in the contract may hold anything.
    private static string Sentence(string message)
    {
        var text = new StringBuilder(message.Length);
        foreach (var character in message)
        {
            text.Append(char.IsControl(character) ? ' ' : character);
        }

        text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }
}
