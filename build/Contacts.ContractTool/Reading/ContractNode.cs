using System.Globalization;

namespace Contacts.ContractTool;

/// <summary>A value of the contract and where it stands. What is rewritten keeps the position of what it came from.</summary>
internal abstract class ContractNode(Position position)
{
    public Position Position { get; } = position;

    /// <summary>The kind of the value in a reader's words, for sentences.</summary>
    public abstract string KindText { get; }

    /// <summary>A copy of the value and of all that is in it.</summary>
    public abstract ContractNode Clone();

    /// <summary>How many values it has, itself included.</summary>
    public abstract int Count { get; }
}

/// <summary>A YAML list.</summary>
internal sealed class ContractSequence(Position position, params IEnumerable<ContractNode> items) : ContractNode(position)
{
    public List<ContractNode> Items { get; } = [.. items];

    public override string KindText => "a list";

    /// <summary>The items that have a text, with their positions; the others are another rule's finding.</summary>
    public IEnumerable<ContractScalar> Scalars => Items.OfType<ContractScalar>().Where(static item => item.Kind != ScalarKind.Null);

    public override int Count => 1 + Items.Sum(static item => item.Count);

    public override ContractSequence Clone() => new(Position, Items.Select(static item => item.Clone()));
}

/// <summary>A YAML mapping with unique keys, in the order of the text.</summary>
internal sealed class ContractMapping(Position position, OrderedDictionary<string, ContractMember>? members = null) : ContractNode(position)
{
    private readonly OrderedDictionary<string, ContractMember> _members = members ?? [];

    public IReadOnlyList<ContractMember> Members => _members.Values;

    public override string KindText => "a mapping";

    public ContractMember? Find(string key) => _members.GetValueOrDefault(key);

    /// <summary>Puts a value under a key, in the place of what stands there.</summary>
    public void Set(string key, ContractNode value) =>
        _members[key] = new ContractMember(key, Find(key)?.Position ?? value.Position, value);

    public void Set(string key, string text) => Set(key, new ContractScalar(Position, text, isPlain: false));

    public void Set(string key, bool flag) => Set(key, new ContractScalar(Position, flag ? "true" : "false", isPlain: true));

    public void Add(ContractMember member) => _members[member.Key] = member;

    public void Remove(string key) => _members.Remove(key);

    public override int Count => 1 + Members.Sum(static member => member.Value.Count);

    public override ContractMapping Clone()
    {
        var copy = new ContractMapping(Position);
        foreach (var member in Members)
        {
            copy.Add(member with { Value = member.Value.Clone() });
        }

        return copy;
    }

    /// <summary>The text of a scalar member; null when there is none.</summary>
    public string? Text(string key) => Find(key)?.Text;

    public ContractMapping? Mapping(string key) => Find(key)?.Value as ContractMapping;

    public ContractSequence? Sequence(string key) => Find(key)?.Value as ContractSequence;

    /// <summary>The members of the mapping under a key; none when there is no such mapping.</summary>
    public IReadOnlyList<ContractMember> MembersOf(string key) => Mapping(key)?.Members ?? [];

    /// <summary>The texts in the list under a key; none when there is no such list.</summary>
    public IEnumerable<ContractScalar> ScalarsOf(string key) => Sequence(key)?.Scalars ?? [];

    /// <summary>Whether the member is <c>true</c>; a missing one is not.</summary>
    public bool Flag(string key) => Find(key)?.Value is ContractScalar { Kind: ScalarKind.Boolean } scalar
        && string.Equals(scalar.Text, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where to point for a member: at its key, or at the mapping when it is missing.</summary>
    public Position PositionOf(string key) => Find(key)?.Position ?? Position;
}

/// <summary>A key of a mapping with its value; the position is the key's.</summary>
internal sealed record ContractMember(string Key, Position Position, ContractNode Value)
{
    /// <summary>The value's text, or null when it is no scalar or YAML's null.</summary>
    public string? Text => Value is ContractScalar { Kind: not ScalarKind.Null } scalar ? scalar.Text : null;

    /// <summary>Whether the key is a vendor extension.</summary>
    public bool IsExtension => Key.StartsWith("x-", StringComparison.Ordinal);
}

/// <summary>What a scalar is under YAML's core schema, which is JSON's.</summary>
internal enum ScalarKind
{
    Text,
    WholeNumber,
    Number,
    Boolean,
    Null,
}

/// <summary>A YAML scalar: its text and what that text means.</summary>
internal sealed class ContractScalar(Position position, string text, bool isPlain) : ContractNode(position)
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public string Text { get; } = text;

    public ScalarKind Kind { get; } = isPlain ? KindOf(text) : ScalarKind.Text;

    public override string KindText => Kind switch
    {
        ScalarKind.WholeNumber => "an integer",
        ScalarKind.Number => "a number",
        ScalarKind.Boolean => "a boolean",
        ScalarKind.Null => "empty",
        _ => "a string",
    };

    public override int Count => 1;

    public override ContractScalar Clone() => this;

    private static ScalarKind KindOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        // Not the words for infinity, which the platform reads as numbers.
        _ when !char.IsAsciiDigit(text[^1]) && text[^1] != '.' => ScalarKind.Text,
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => ScalarKind.WholeNumber,
        _ when double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out _) => ScalarKind.Number,
        _ => ScalarKind.Text,
    };
}
