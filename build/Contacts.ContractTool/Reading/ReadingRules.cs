namespace Contacts.ContractTool;

/// <summary>What must hold before there is a contract to look at.</summary>
public static class ReadingRules
{
    /// <summary>Far above what a contract needs, far below what the stack holds.</summary>
    public const int MaximumDepth = 64;

    public static Rule File { get; } = new("CTR001", "The file exists and can be read as UTF-8.");

    public static Rule Yaml { get; } = new("CTR002", "The text is YAML, nested at most 64 levels deep.");

    public static Rule Root { get; } = new("CTR003", "The text is one document, and that is a mapping.");

    public static Rule DuplicateKey { get; } = new("CTR004", "No mapping has a key twice.");

    public static Rule PlainYaml { get; } = new("CTR005", "No anchors, aliases, merge keys, tags or keys that are no scalars.");

    public static IReadOnlyList<Rule> All { get; } = [File, Yaml, Root, DuplicateKey, PlainYaml];
}
