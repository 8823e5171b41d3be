using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Contacts.Generated.ArchitectureTests;

/// <summary>Compares the arrows of a project with its layout.</summary>
internal static class ArrowReport
{
    // A name that is not found, because an assembly is not there, would be an arrow that is not seen.
    private static readonly string[] _notFound = ["CS0012", "CS0103", "CS0234", "CS0246"];

    /// <summary>What is wrong, with all arrows as a table; empty where nothing is.</summary>
    public static string Of(CSharpCompilation compilation, Layout layout)
    {
        var folders = compilation.SyntaxTrees.Where(IsWritten).Select(tree => layout.FolderOf(tree.FilePath)).Distinct().ToList();
        var arrows = ArrowReader.Read(compilation, layout);
        List<string> problems =
        [
            .. compilation.GetDeclarationDiagnostics().Where(error => _notFound.Contains(error.Id)).Select(error => $"{error}"),
            .. folders.Where(folder => !layout.Knows(folder)).Select(folder => $"{folder}/ is not in the layout."),
            .. layout.Folders.Where(folder => !folders.Contains(folder)).Select(folder => $"{folder}/ is in the layout and has no files."),
            .. (layout.RootIsPublic ? ArrowReader.HiddenInRoot(compilation, layout) : [])
                .Select(type => $"{type}, but the root holds public types only."),
            .. arrows.Where(arrow => layout.Knows(arrow.From) && layout.Knows(arrow.To) && !layout.Allows(arrow.From, arrow.To))
                .GroupBy(arrow => (arrow.From, arrow.To, arrow.File))
                .Select(wrong => Wrong([.. wrong], layout) + Back(wrong.Key.To, wrong.Key.From, arrows)),
        ];
        return problems.Count == 0
            ? ""
            : $"\n{string.Join('\n', problems)}\n\n{Matrix([.. layout.Folders.Union(folders)], arrows, layout)}";
    }

    private static bool IsWritten(SyntaxTree tree) => !tree.FilePath.EndsWith(".GlobalUsings.g.cs", StringComparison.Ordinal);

    private static string Wrong(IReadOnlyList<Arrow> arrows, Layout layout)
    {
        var (from, to, file, line, _) = arrows[0];
        var names = string.Join(", ", arrows.Select(arrow => arrow.Name).Distinct());
        var way = layout.Allows(to, from)
            ? $"only {to}/ may name {from}/"
            : $"{from}/ and {to}/ stand side by side, so neither may name the other";
        var allowed = string.Join(", ", layout.Below(from).Select(folder => folder + "/"));
        return $"{file}:{line} names {names} of {to}/, but {way}. {from}/ may name {(allowed.Length == 0 ? "no other folder" : allowed)}.";
    }

    /// <summary>The shortest way from one folder to another, where there is one.</summary>
    private static string Back(string from, string to, IReadOnlyList<Arrow> arrows)
    {
        var ways = new Queue<IReadOnlyList<Arrow>>([[]]);
        for (var seen = new HashSet<string> { from }; ways.TryDequeue(out var way);)
        {
            var at = way.Count == 0 ? from : way[^1].To;
            if (at == to)
            {
                var steps = way.Select(step => $" → {step.To}/ ({step.File}:{step.Line} names {step.Name})");
                return $"\n    They reach each other: {to}/ → {from}/{string.Concat(steps)}.";
            }

            foreach (var step in arrows.Where(arrow => arrow.From == at && seen.Add(arrow.To)))
            {
                ways.Enqueue([.. way, step]);
            }
        }

        return "";
    }

    /// <summary>How often the folder of a row names the folder of a column; an exclamation mark where it may not.</summary>
    private static string Matrix(IReadOnlyList<string> folders, IReadOnlyList<Arrow> arrows, Layout layout)
    {
        var counts = arrows.CountBy(arrow => (arrow.From, arrow.To)).ToDictionary();
        var width = folders.Max(folder => folder.Length);
        var columns = string.Concat(folders.Select((_, index) => $"{index + 1,6}"));
        var rows = folders.Select((folder, index) =>
            $"{index + 1,2}  {folder.PadRight(width)}{string.Concat(folders.Select(to => $"{Cell(folder, to),6}"))}\n");
        return "The folder of a row names that of a column so many times; ! where it may not.\n"
            + $"{new string(' ', width + 4)}{columns}\n{string.Concat(rows)}";

        string Cell(string from, string to) => counts.TryGetValue((from, to), out var count)
            ? $"{count}{(layout.Allows(from, to) ? "" : "!")}"
            : from == to ? "-" : ".";
    }
}
