namespace Contacts.ContractTool;

/// <summary>The placeholders of a path, in order, and whether its braces pair.</summary>
public sealed record PathTemplate(IReadOnlyList<string> Placeholders, bool IsWellFormed)
{
    public static PathTemplate Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var names = new List<string>();
        var isWellFormed = true;
        var open = -1;
        for (var index = 0; index < path.Length; index++)
        {
            if (path[index] == '{')
            {
                isWellFormed &= open < 0;
                open = index;
            }
            else if (path[index] == '}')
            {
                isWellFormed &= open >= 0 && index > open + 1;
                if (open >= 0)
                {
                    names.Add(path[(open + 1)..index]);
                }

                open = -1;
            }
        }

        return new PathTemplate(names, isWellFormed && open < 0);
    }
}
