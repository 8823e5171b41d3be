namespace Contacts.ContractTool;

/// <summary>The keys of one kind of object, those that it must have, and the component section that a <c>$ref</c> in its place points to.</summary>
public sealed class ObjectGrammar(string name, string? section, string[] required, Dictionary<string, KeyGrammar> keys)
{
    /// <summary>The object's name in a sentence, without an article.</summary>
    public string Name { get; } = name;

    /// <summary>The section under <c>components</c>; null where OpenAPI knows no <c>$ref</c>.</summary>
    public string? Section { get; } = section;

    public IReadOnlyList<string> Required { get; } = required;

    public IReadOnlyDictionary<string, KeyGrammar> Keys { get; } = keys;
}
