namespace Contacts.ContractTool;

/// <summary>
/// The C# names of operations: from the document, or else from the operation's method and path. A name depends on the names that it
/// clashes with, never on the order in the document.
/// </summary>
internal static class OperationNames
{
    private const string Suffix = "Operation";

    // The members that every class has, and the generated classes that list the operations.
    private static readonly string[] _taken = [.. CSharpNaming.MembersOfObject, "ContactsOperations", "ContactsRequests"];

    /// <summary>The verbs with which the names of operations may begin, for sentences.</summary>
    private static readonly HashSet<string> _verbs = new(StringComparer.Ordinal)
    {
        "accept", "activate", "add", "apply", "approve", "archive", "assign", "attach", "authorize", "cancel", "check", "clear", "close",
        "complete", "confirm", "convert", "copy", "count", "create", "deactivate", "delete", "detach", "disable", "dismiss", "download",
        "enable", "execute", "export", "fetch", "find", "finish", "generate", "get", "import", "insert", "invite", "join", "leave", "list",
        "load", "lock", "mark", "merge", "move", "open", "patch", "pause", "ping", "place", "post", "process", "publish", "put", "query",
        "read", "refresh", "reject", "release", "remove", "rename", "replace", "request", "reset", "resolve", "restart", "restore",
        "resume", "retrieve", "retry", "revoke", "rotate", "run", "save", "search", "select", "send", "set", "show", "sign", "start",
        "stop", "store", "submit", "subscribe", "suspend", "sync", "test",
        "transfer", "trigger", "unlock", "unsubscribe", "update", "upload", "upsert",
        "validate", "verify", "view",
    };

    /// <summary>A name for each operation, in the given order.</summary>
    public static IReadOnlyList<string> Assign(IReadOnlyList<Operation> operations, SdkNames sdk)
    {
        var names = operations.Select(NameOf).ToList();
        foreach (var same in Clashes(names))
        {
            foreach (var (index, name) in same.Where(one => operations[one.Index].Text(CSharpNaming.Extension) is null))
            {
                names[index] = name + PathName(operations[index].Path);
            }
        }

        foreach (var same in Clashes(names))
        {
            foreach (var (index, name) in same)
            {
                names[index] = name + Identifiers.Pascal(operations[index].Name);
            }
        }

        // An operation's descriptor is named after it, with this suffix.
        var all = names.ToHashSet(StringComparer.Ordinal);
        return [.. names.Select(name => _taken.Contains(name) || sdk.IsClientMemberTaken(name + "Async")
            || (name.EndsWith(Suffix, StringComparison.Ordinal) && all.Contains(name[..^Suffix.Length]))
            ? name + (name.EndsWith(Suffix, StringComparison.Ordinal) ? "Call" : Suffix)
            : name)];
    }

    /// <summary>A sentence that says what an operation does, made from its name: <c>Gets a probe thing.</c></summary>
    public static string Sentence(string name, string method, string path)
    {
        if (Identifiers.Words(name).Split(' ') is not [var verb, .. var rest] || !_verbs.Contains(verb))
        {
            return $"Calls {method.ToUpperInvariant()} {path}.";
        }

        var needsArticle = rest is [var first, ..]
            && first is not ("a" or "an" or "the" or "all" or "by" or "for" or "from" or "to" or "in")
            && !rest[^1].EndsWith('s') && !rest.Contains("by");
        var article = needsArticle ? (rest[0][0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") : "";
        var words = string.Join(' ', rest);
        return $"{char.ToUpperInvariant(verb[0])}{ThirdPerson(verb)[1..]}{(words.Length > 0 ? " " : "")}{article}{words}.";
    }

    private static List<IGrouping<string, (int Index, string Item)>> Clashes(List<string> names) =>
        [.. names.Index().GroupBy(static one => one.Item, StringComparer.Ordinal).Where(static same => same.Count() > 1)];

    private static string NameOf(Operation operation)
    {
        if (operation.Text(CSharpNaming.Extension) is { } given)
        {
            return Identifiers.Pascal(given);
        }

        if (operation.Id is not { } id)
        {
            return Identifiers.Pascal(operation.Name) + PathName(operation.Path);
        }

        const string Async = "Async";
        var name = Identifiers.Pascal(id);
        return name.Length > Async.Length && name.EndsWith(Async, StringComparison.Ordinal) ? name[..^Async.Length] : name;
    }

    /// <summary>A path as a name: <c>/things/{thingId}/parts</c> is <c>ThingsByThingIdParts</c>.</summary>
    private static string PathName(string path)
    {
        var name = string.Concat(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(static segment => segment.Contains('{')
            ? "By" + Identifiers.Pascal(segment)
            : Identifiers.Pascal(segment)));
        return name.Length == 0 ? "Root" : name;
    }

    private static string ThirdPerson(string verb) => verb switch
    {
        [.., 's' or 'x' or 'z' or 'o'] or [.., 'c' or 's', 'h'] => verb + "es",
        [.. var stem, 'y'] when stem[^1] is not ('a' or 'e' or 'o' or 'u') => stem + "ies",
        _ => verb + "s",
    };
}
