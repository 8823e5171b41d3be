namespace Contacts.ContractTool;

/// <summary>
/// Copies the targets of references into the document's components: parts of other files, and schemas of the document itself that are not
/// components. A reference without a target stays as it is, and the rule about references reports it.
/// </summary>
internal sealed class ReferencedParts
{
    private static readonly string[] _data = ["example", "default", "enum", "const", "value"];

    // The keys in these mappings are names, so none of them is a keyword of OpenAPI.
    private static readonly string[] _maps =
    [
        "properties", "patternProperties", "$defs", "definitions", "schemas", "parameters", "responses", "headers", "requestBodies",
        "securitySchemes", "links", "callbacks", "paths", "pathItems", "webhooks", "content", "encoding",
    ];

    private readonly ContractMapping _root;
    private readonly string _folder;
    private readonly Findings _findings;
    private readonly Dictionary<string, ContractMapping?> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _imported = new(StringComparer.Ordinal);

    private ReferencedParts(ContractMapping root, string folder, Findings findings)
    {
        _root = root;
        _folder = folder;
        _findings = findings;
    }

    /// <summary>Rewrites the references of a document in place.</summary>
    /// <param name="root">The document.</param>
    /// <param name="folder">The folder of its file, to which the paths of other files are relative.</param>
    /// <param name="findings">Receives the findings about files that are not YAML.</param>
    public static void Bring(ContractMapping root, string folder, Findings findings) =>
        new ReferencedParts(root, folder, findings).Visit(root, file: "", section: "schemas");

    private void Visit(ContractNode node, string file, string section, bool isNames = false)
    {
        if (node is ContractSequence list)
        {
            list.Items.ForEach(item => Visit(item, file, section));
        }

        if (node is not ContractMapping mapping)
        {
            return;
        }

        if (!isNames && mapping.Text("$ref") is { } text && Import(text, file, section) is { } local)
        {
            mapping.Set("$ref", local);
        }

        foreach (var member in mapping.Members.Where(member => isNames || (!_data.Contains(member.Key) && !member.IsExtension)).ToList())
        {
            if (isNames)
            {
                if (section == "paths" && member.Value is ContractMapping path && PathItem(path, file) is { } item)
                {
                    mapping.Set(member.Key, item);
                    Visit(item, file, "schemas");
                }
                else
                {
                    Visit(member.Value, file, section);
                }
            }
            else if (member is { Key: "mapping", Value: ContractMapping kinds } && mapping.Find("propertyName") is not null)
            {
                foreach (var kind in kinds.Members
                    .Where(static kind => kind.Text?.Contains('/', StringComparison.Ordinal) == true)
                    .ToList())
                {
                    kinds.Set(kind.Key, Import(kind.Text!, file, "schemas") ?? kind.Text!);
                }
            }
            else
            {
                Visit(member.Value, file, SectionOf(member.Key, section), _maps.Contains(member.Key));
            }
        }
    }

    // The section of components to which references below a key must lead.
    private static string SectionOf(string key, string section) => key switch
    {
        "parameters" or "responses" or "headers" or "examples" or "links" or "callbacks" or "requestBodies" or "securitySchemes"
            or "paths" => key,
        "requestBody" => "requestBodies",
        "schema" or "schemas" or "$defs" or "definitions" or "properties" or "items" or "additionalProperties" or "allOf" or "oneOf"
            or "anyOf" or "not" => "schemas",
        _ => section,
    };

    /// <summary>The target of a path's <c>$ref</c>, with the members beside the <c>$ref</c>; null if there is none.</summary>
    private ContractMapping? PathItem(ContractMapping path, string file)
    {
        if (path.Text("$ref") is not { } text || Find(text, file) is not (ContractMapping target, var owner, _))
        {
            return null;
        }

        var copy = target.Clone();
        Visit(copy, owner, "schemas");
        foreach (var sibling in path.Members.Where(static member => member.Key != "$ref"))
        {
            copy.Add(sibling);
        }

        return copy;
    }

    /// <summary>Copies the target of a reference into a component and returns the new reference; null if the old one may stay.</summary>
    private string? Import(string text, string file, string section)
    {
        if (file.Length == 0 && new Reference(text).Target is not null)
        {
            return null;
        }

        if (Find(text, file) is not var (target, owner, pointer))
        {
            return null;
        }

        if (owner.Length == 0 && !IsSchemaPlace(pointer))
        {
            return null;
        }

        if (owner.Length == 0 && new Reference("#" + pointer).Target is var (own, ownName))
        {
            return $"#/components/{own}/{Escape(ownName)}";
        }

        var place = $"{owner}#{pointer}";
        if (!_imported.TryGetValue(place, out var name))
        {
            var components = Child(Child(_root, "components"), section);
            name = NameFor(owner, pointer, components);
            _imported[place] = name;
            var copy = target.Clone();
            components.Set(name, copy);
            Visit(copy, owner, section);
        }

        return $"#/components/{section}/{Escape(name)}";
    }

    // Within the document itself, only a schema can be copied; a reference to anything else is a mistake.
    private static bool IsSchemaPlace(string pointer) => pointer.Split('/').Any(
        static part => part is "schema" or "schemas" or "properties" or "items" or "definitions" or "$defs" or "allOf" or "oneOf" or "anyOf"
            or "components");

    /// <summary>The target of a reference, its file, and its pointer within that file; null if there is no target.</summary>
    private (ContractNode Node, string File, string Pointer)? Find(string text, string file)
    {
        var (path, pointer) = text.Split('#', 2) is [var before, var after] ? (before, after) : (text, "");
        if (path.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var owner = path.Length == 0
            ? file
            : Path.Combine(Path.GetDirectoryName(file) ?? "", Uri.UnescapeDataString(path)).Replace('\\', '/');
        ContractNode? node = owner.Length == 0 ? _root : Open(owner);
        foreach (var part in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Reference.Unescape))
        {
            node = node switch
            {
                ContractMapping mapping => mapping.Find(part)?.Value,
                ContractSequence list when int.TryParse(part, out var index) => list.Items.ElementAtOrDefault(index),
                _ => null,
            };
        }

        return node is null ? null : (node, owner, pointer);
    }

    private ContractMapping? Open(string file)
    {
        if (!_files.TryGetValue(file, out var root))
        {
            var path = Path.Combine(_folder, file);
            root = File.Exists(path) && ContractReader.ReadFile(path, _findings) is { } text
                ? ContractReader.Read(text, _findings.In(file))
                : null;
            _files[file] = root;
        }

        return root;
    }

    private static string NameFor(string file, string pointer, ContractMapping components)
    {
        var parts = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Reference.Unescape).Reverse().ToList();
        parts.Add(Path.GetFileNameWithoutExtension(file));
        var name = string.Concat(parts[0].Where(static character => char.IsLetterOrDigit(character) || character is '_' or '.' or '-'));
        foreach (var part in parts.Skip(1))
        {
            if (name.Length > 0 && char.IsLetter(name[0]) && components.Find(name) is null)
            {
                break;
            }

            var letters = string.Concat(part.Where(char.IsLetterOrDigit));
            name = letters + (name.Length == 0 ? "Part" : char.ToUpperInvariant(name[0]) + name[1..]);
        }

        while (components.Find(name) is not null)
        {
            name += "Part";
        }

        return name;
    }

    private static ContractMapping Child(ContractMapping parent, string key)
    {
        if (parent.Mapping(key) is not { } child)
        {
            child = new ContractMapping(parent.Position);
            parent.Set(key, child);
        }

        return child;
    }

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
