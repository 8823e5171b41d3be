namespace Contacts.ContractTool;

public sealed class FormatRule() : ContractRule("CTR032", "Each format is one that the generator knows for its type; 'date' is refused.")
{
    private static readonly string[] _ofStrings = ["date-time", "binary", "byte", "uuid", "uri", "email", "password", "hostname"];
    private static readonly string[] _ofIntegers = ["int32", "int64"];
    private static readonly string[] _ofNumbers = ["float", "double"];
    private static readonly string[] _all = [.. _ofStrings, .. _ofIntegers, .. _ofNumbers];

    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Schema))
        {
            if (site.Node.Find("format") is { Text: { } format } member)
            {
                Check(site, member.Position, format, findings);
            }
        }
    }

    private void Check(Site site, Position position, string format, Findings findings)
    {
        var known = site.Node.Text("type") switch
        {
            "string" => _ofStrings,
            "integer" => _ofIntegers,
            "number" => _ofNumbers,
            null => _all,
            _ => [],
        };
        if (format == "date")
        {
            findings.Add(this, position, $"{site} has the format 'date', which C# would read as a time at midnight and shift by a day across time zones: leave 'format' out and keep it a string, or use 'date-time'.");
        }
        else if (!known.Contains(format))
        {
            findings.Add(this, position, $"{site} has the format '{format}', which the generator does not know there: {Remedy(format, known)}.");
        }
    }

    private static string Remedy(string format, string[] known) => known.Length == 0
        ? "leave it out, for only strings and numbers have formats"
        : $"did you mean '{Spelling.Nearest(format, known)}'? Use {string.Join(", ", known)}, or leave it out";
}
