using System.Text.RegularExpressions;

namespace Contacts.ContractTool;

/// <summary>The names that the SDK's hand-written code uses, read from its source.</summary>
internal sealed partial class SdkNames
{
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _clientMembers = new(StringComparer.Ordinal);

    public static SdkNames None { get; } = new();

    /// <summary>Whether no generated type may have this name.</summary>
    public bool IsTypeTaken(string name) => _types.Contains(name);

    /// <summary>Whether no operation's method may have this name.</summary>
    public bool IsClientMemberTaken(string name) => _clientMembers.Contains(name);

    /// <summary>Reads the source files in a folder, except those that the compiler or the generator wrote there.</summary>
    public static SdkNames Read(string folder)
    {
        var names = new SdkNames();
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        {
            if (Path.GetRelativePath(folder, file).Split('/', '\\') is not (["obj", ..] or ["bin", ..]))
            {
                var mayBeGenerated = Path.GetRelativePath(folder, file).Split('/', '\\') is ["Contacts", ..];
                names.Add(File.ReadAllText(file), mayBeGenerated);
            }
        }

        return names;
    }

    private void Add(string source, bool mayBeGenerated)
    {
        foreach (var declaration in TypeDeclaration().EnumerateMatches(source))
        {
            var words = source.AsSpan(declaration.Index, declaration.Length).ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);

            // A partial type that knows the service may be the other half of a generated type.
            if (!mayBeGenerated || !words.Contains("partial"))
            {
                _types.Add(words[^1]);
            }
        }

        if (source.Contains("partial class ContactsClient", StringComparison.Ordinal))
        {
            foreach (Match member in MemberDeclaration().Matches(source))
            {
                _clientMembers.Add(member.Groups["name"].Value);
            }
        }
    }

    [GeneratedRegex(
        @"^(?:(?:public|internal|sealed|abstract|static|readonly|ref|partial|file) )*"
        + @"(?:record struct|record class|class|struct|interface|enum|record|delegate [\w?<>.,]+(?: [\w?<>.,]+)*?) \w+",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(
        @"^    (?:public|protected|internal|private)[\w ?<>.,\[\]]* (?<name>\w+)(?:<\w+>)?(?:\(| =>| \{|\r?\n    \{)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MemberDeclaration();
}
