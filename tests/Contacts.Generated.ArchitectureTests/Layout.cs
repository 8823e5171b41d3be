using System.IO.Enumeration;

namespace Contacts.Generated.ArchitectureTests;

/// <summary>
/// Which folders of a project may name which. A folder may name all that stand on the lines below its own, and none on lines above
/// or beside it, so that no two folders can reach each other, directly or round about. A folder within a folder is part of it.
/// </summary>
/// <param name="Text">
/// The folders from top to bottom. One called <see cref="Root"/> is the project's own; where it is missing, the project's own files
/// may name all and be named by all.
/// </param>
internal sealed record Layout(string Text)
{
    public const string Root = "(root)";

    private readonly string[][] _lines =
    [
        .. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    ];

    /// <summary>Whether the project's own files hold public types only.</summary>
    public bool RootIsPublic { get; init; }

    /// <summary>Files that count as part of another folder than the one they stand in, as patterns of their paths.</summary>
    public IReadOnlyDictionary<string, string> CountAs { get; init; } = new Dictionary<string, string>();

    /// <summary>Folders that the project does not compile for the newest target.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    public IReadOnlyList<string> Folders => [.. _lines.SelectMany(line => line)];

    /// <summary>The folder that a file counts as part of.</summary>
    public string FolderOf(string file) =>
        CountAs.FirstOrDefault(pair => FileSystemName.MatchesSimpleExpression(pair.Key, file)).Value
        ?? (file.Contains('/', StringComparison.Ordinal) ? file[..file.IndexOf('/', StringComparison.Ordinal)] : Root);

    public bool Knows(string folder) => IsOpen(folder) || Folders.Contains(folder);

    public bool Allows(string from, string to) => from == to || IsOpen(from) || IsOpen(to) || Below(from).Contains(to);

    /// <summary>The folders that a folder may name.</summary>
    public IEnumerable<string> Below(string folder) => _lines.SkipWhile(line => !line.Contains(folder)).Skip(1).SelectMany(line => line);

    private bool IsOpen(string folder) => folder == Root && !Folders.Contains(Root);
}
