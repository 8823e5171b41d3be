using System.Text;
using System.Xml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Contacts.ContractTool;

/// <summary>Reads YAML into nodes with positions, and reports everything that is not plain YAML.</summary>
internal sealed class ContractReader
{
    /// <summary>Far more than a contract needs, and far less than would overflow the stack.</summary>
    private const int MaximumDepth = 128;

    /// <summary>The largest public documents have about 10 MiB.</summary>
    private const long MaximumSize = 32 * 1024 * 1024;

    /// <summary>How many values a document may have, counting what its aliases repeat.</summary>
    private const int MaximumNodes = 4_000_000;

    private const string Begin = "write an OpenAPI document, which begins with 'openapi: 3.0.3'.";

    private static readonly Rule _file = new("CTR001", "The file exists and can be read as UTF-8.");
    private static readonly Rule _yaml = new("CTR002", "The text is YAML or JSON, nested at most 128 levels deep.");
    private static readonly Rule _root = new("CTR003", "The text is a single document, which is a mapping.");
    private static readonly Rule _duplicateKey = new("CTR004", "No mapping contains a key twice.");
    private static readonly Rule _plainYaml = new(
        "CTR005", "No tags other than YAML's own, only scalars as keys, and no aliases that grow without end.");

    private readonly Findings _findings;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, ContractNode> _anchors = [];
    private bool _isComplete = true;
    private int _nodes;
    private Position _last = Position.Start;

    private ContractReader(string text, Findings findings)
    {
        _findings = findings;
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>The rules that a text must follow before it can be checked as a contract.</summary>
    public static IReadOnlyList<Rule> Rules { get; } = [_file, _yaml, _root, _duplicateKey, _plainYaml];

    /// <summary>The file's text; null, with a finding, if it cannot be read.</summary>
    public static string? ReadFile(string path, Findings findings)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaximumSize })
            {
                findings.Add(_file, new Problem(
                    Position.Start, $"The contract is larger than {MaximumSize >> 20} MiB: remove what the client does not need."));
                return null;
            }

            return File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            findings.Add(_file, new Problem(Position.Start, exception switch
            {
                FileNotFoundException or DirectoryNotFoundException =>
                    "The contract does not exist: correct the path, or restore the file.",
                DecoderFallbackException => "The contract is not UTF-8: save it as UTF-8.",
                _ => $"The contract cannot be read: {exception.Message.TrimEnd('.')}. Make it readable for the build.",
            }));
            return null;
        }
    }

    /// <summary>The root mapping; null, with a finding, if the text cannot be read as its author meant it.</summary>
    public static ContractMapping? Read(string text, Findings findings)
    {
        var reader = new ContractReader(text, findings);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException exception)
        {
            // The parser reports the start of the value that it was reading, which may be the start of the document.
            var start = At(exception.Message.Contains("tab", StringComparison.Ordinal) ? exception.End : exception.Start);
            var position = start.Line < reader._last.Line ? reader._last : start;
            var reason = exception.Message.TrimEnd('.');
            findings.Add(_yaml, new Problem(position, $"This is not YAML: {reason}. Correct the text here or in the lines around it."));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The scanner sometimes throws these instead, for example for an unclosed '[' or '{'; they carry no position.
            const string reason = "the text cannot be read beyond this point. Look here for a bracket, brace or quote that is not closed.";
            findings.Add(_yaml, new Problem(reader._last, $"This is not YAML: {reason}"));
        }

        return null;
    }

    private ContractMapping? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _findings.Add(_root, new Problem(Position.Start, $"The file is empty: {Begin}"));
            return null;
        }

        var root = ReadNode(1);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            const string message = "A second YAML document begins here and would be ignored: keep one document in the file.";
            _findings.Add(_root, new Problem(At(second.Start), message));
        }

        if (root is not ContractMapping && _isComplete)
        {
            var position = root is ContractScalar ? Position.Start : root.Position;
            _findings.Add(_root, new Problem(position, $"The document is {root.KindText}, not a mapping: {Begin}"));
        }

        return _isComplete ? root as ContractMapping : null;
    }

    private ContractNode ReadNode(int depth)
    {
        var start = _parser.Require<ParsingEvent>();
        var position = _last = At(start.Start);
        if (depth > MaximumDepth)
        {
            throw new YamlException(start.Start, start.End, $"it is nested more than {MaximumDepth} levels deep");
        }

        if (++_nodes > MaximumNodes)
        {
            throw new YamlException(start.Start, start.End, $"it has more than {MaximumNodes} values, counting what its aliases repeat");
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return ReadAlias(alias, position);
        }

        var node = _parser.Consume<NodeEvent>();
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific && !node.Tag.Value.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal))
        {
            Refuse(position, $"The tag '{node.Tag.Value}' is not supported: remove it, and quote the value if it is a string.");
        }

        ContractNode read = node switch
        {
            MappingStart => ReadMapping(position, depth),
            SequenceStart => ReadSequence(position, depth),
            _ => new ContractScalar(
                position,
                WithoutControls(((Scalar)node).Value),
                ((Scalar)node).Style == ScalarStyle.Plain && (node.Tag.IsEmpty || node.Tag.Value != "tag:yaml.org,2002:str")),
        };
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor] = read;
        }

        return read;
    }

    // Some editors leave characters in a text that XML, and thus the documentation, cannot contain.
    private static string WithoutControls(string text) => text.All(XmlConvert.IsXmlChar)
        ? text
        : string.Concat(text.Where((character, index) => XmlConvert.IsXmlChar(character)
            || (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            || (char.IsLowSurrogate(character) && index > 0 && char.IsHighSurrogate(text[index - 1]))));

    private ContractNode ReadAlias(AnchorAlias alias, Position position)
    {
        if (!_anchors.TryGetValue(alias.Value, out var anchored))
        {
            Refuse(position, $"The alias '*{alias.Value}' has no anchor before it: use '$ref' to a component, or repeat the value.");
            return new ContractScalar(position, "", isPlain: true);
        }

        _nodes += anchored.Count;
        return _nodes > MaximumNodes
            ? throw new YamlException(alias.Start, alias.End, $"it has more than {MaximumNodes} values, counting what its aliases repeat")
            : anchored.Clone();
    }

    private ContractMapping ReadMapping(Position position, int depth)
    {
        var members = new OrderedDictionary<string, ContractMember>();
        var merged = new List<ContractMapping>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var name = ReadName(key, members);
            var value = ReadNode(depth + 1);
            if (name is "<<")
            {
                merged.AddRange(value is ContractSequence list
                    ? list.Items.OfType<ContractMapping>()
                    : [.. new[] { value }.OfType<ContractMapping>()]);
            }
            else if (name is not null)
            {
                members.Add(name, new ContractMember(name, key.Position, value));
            }
        }

        foreach (var member in merged.SelectMany(static mapping => mapping.Members))
        {
            members.TryAdd(member.Key, member);
        }

        return new ContractMapping(position, members);
    }

    /// <summary>The key's text; null, with a finding, if it cannot be a key or occurs already.</summary>
    private string? ReadName(ContractNode key, OrderedDictionary<string, ContractMember> members)
    {
        var name = (key as ContractScalar)?.Text;
        if (name is null)
        {
            Refuse(key.Position, $"A key that is {key.KindText} is not supported: write it as a word.");
        }
        else if (members.TryGetValue(name, out var first))
        {
            var place = $"the first is in line {first.Position.Line}";
            var message = $"The key '{name}' occurs a second time; {place}: remove or rename one of them.";
            _findings.Add(_duplicateKey, new Problem(key.Position, message));
            return null;
        }

        return name;
    }

    private ContractSequence ReadSequence(Position position, int depth)
    {
        var items = new List<ContractNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new ContractSequence(position, items);
    }

    // What the author meant by such a node is unknown, so no other rule can check the document.
    private void Refuse(Position position, string message)
    {
        _isComplete = false;
        _findings.Add(_plainYaml, new Problem(position, message));
    }

    private static Position At(Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}
