using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Contacts.ContractTool;

/// <summary>What must hold before there is a contract to look at.</summary>
internal static class ReadingRules
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

/// <summary>Reads YAML into nodes that know where they stand, and reports what is no plain YAML.</summary>
internal sealed class ContractReader
{
    private const string Begin = "write an OpenAPI 3.0 document, which begins with 'openapi: 3.0.3'.";

    private readonly Findings _findings;
    private readonly Parser _parser;
    private bool _isComplete = true;
    private Position _last = Position.Start;

    private ContractReader(string text, Findings findings)
    {
        _findings = findings;
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>The file's text; null, and a finding, when there is none to read.</summary>
    public static string? ReadFile(string path, Findings findings)
    {
        try
        {
            return File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            findings.Add(ReadingRules.File, Position.Start, exception switch
            {
                FileNotFoundException or DirectoryNotFoundException =>
                    "The contract does not exist: correct the path, or restore the file.",
                DecoderFallbackException => "The contract is not UTF-8: save it as UTF-8.",
                _ => $"The contract cannot be read: {exception.Message.TrimEnd('.')}. Make it readable for the build.",
            });
            return null;
        }
    }

    /// <summary>The root mapping, or null when what was read does not say what its author meant.</summary>
    public static ContractMapping? Read(string text, Findings findings)
    {
        var reader = new ContractReader(text, findings);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException exception)
        {
            // The parser points at the beginning of what it was in the middle of, which may be the whole document.
            var start = At(exception.Start);
            var position = start.Line < reader._last.Line ? reader._last : start;
            var reason = exception.Message.TrimEnd('.');
            findings.Add(ReadingRules.Yaml, position, $"This is not YAML: {reason}. Correct the text here or in the lines beside it.");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The scanner has places where it fails with these instead, an unclosed '[' or '{' among them; they carry no position.
            findings.Add(
                ReadingRules.Yaml,
                reader._last,
                "This is not YAML: the text cannot be read beyond this. Look for a bracket, brace or quote here that is not closed.");
        }

        return null;
    }

    private ContractMapping? ReadDocument()
    {
        Next<StreamStart>();
        if (!_parser.MoveNext() || _parser.Current is not DocumentStart)
        {
            _findings.Add(ReadingRules.Root, Position.Start, $"The file is empty: {Begin}");
            return null;
        }

        _parser.MoveNext();
        var root = ReadNode(1);
        Next<DocumentEnd>();
        _parser.MoveNext();
        if (_parser.Current is DocumentStart second)
        {
            _findings.Add(
                ReadingRules.Root,
                At(second.Start),
                "A second YAML document begins here and would be ignored: keep one document in the file.");
        }

        if (root is not ContractMapping && _isComplete)
        {
            var position = root is ContractScalar ? Position.Start : root.Position;
            _findings.Add(ReadingRules.Root, position, $"The document is {root.KindText}, not a mapping: {Begin}");
        }

        return _isComplete ? root as ContractMapping : null;
    }

    private ContractNode ReadNode(int depth)
    {
        var start = _parser.Current ?? throw new YamlException("the text ends too early");
        var position = _last = At(start.Start);
        if (depth > ReadingRules.MaximumDepth)
        {
            throw new YamlException(start.Start, start.End, $"it is nested more than {ReadingRules.MaximumDepth} levels deep");
        }

        if (start is NodeEvent node)
        {
            RefuseAnchorAndTag(node, position);
        }

        switch (start)
        {
            case Scalar scalar:
                return new ContractScalar(position, scalar.Value, scalar.Style == ScalarStyle.Plain);
            case MappingStart:
                return ReadMapping(position, depth);
            case SequenceStart:
                return ReadSequence(position, depth);
            case AnchorAlias alias:
                Refuse(position, $"The alias '*{alias.Value}' is not supported: use '$ref' to a component, or write the value out.");
                return new ContractScalar(position, "", isPlain: true);
            default:
                throw new YamlException(start.Start, start.End, "a value is expected");
        }
    }

    private ContractMapping ReadMapping(Position position, int depth)
    {
        var members = new List<ContractMember>();
        var seen = new Dictionary<string, Position>(StringComparer.Ordinal);
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            _parser.MoveNext();
            var value = ReadNode(depth + 1);
            if (key is not ContractScalar { Text: var name })
            {
                Refuse(key.Position, $"A key that is {key.KindText} is not supported: write it as a word.");
            }
            else if (name == "<<")
            {
                Refuse(key.Position, "The merge key '<<' is not supported: use '$ref' to a component, or write the members out.");
            }
            else if (!seen.TryAdd(name, key.Position))
            {
                _findings.Add(
                    ReadingRules.DuplicateKey,
                    key.Position,
                    $"The key '{name}' stands here a second time; the first is in line {seen[name].Line}: remove or rename one of them.");
            }
            else
            {
                members.Add(new ContractMember(name, key.Position, value));
            }
        }

        return new ContractMapping(position, members);
    }

    private ContractSequence ReadSequence(Position position, int depth)
    {
        var items = new List<ContractNode>();
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
        {
            items.Add(ReadNode(depth + 1));
        }

        return new ContractSequence(position, items);
    }

    private void RefuseAnchorAndTag(NodeEvent node, Position position)
    {
        if (!node.Anchor.IsEmpty)
        {
            Refuse(position, $"The anchor '&{node.Anchor.Value}' is not supported: make it a component and point to it with '$ref'.");
        }

        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
        {
            Refuse(position, $"The tag '{node.Tag.Value}' is not supported: remove it, and quote the value if it is a string.");
        }
    }

    // What stands behind such a node is unknown, so no further rule could say anything true about the document.
    private void Refuse(Position position, string message)
    {
        _isComplete = false;
        _findings.Add(ReadingRules.PlainYaml, position, message);
    }

    private void Next<TEvent>()
        where TEvent : ParsingEvent
    {
        _parser.MoveNext();
        if (_parser.Current is not TEvent)
        {
            throw new YamlException("the text ends too early");
        }
    }

    private static Position At(Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}
