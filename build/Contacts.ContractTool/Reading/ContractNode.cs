using System.Globalization;

namespace Contacts.ContractTool;

/// <summary>A value of the contract and its position; a rewritten value keeps the position of its original.</summary>
internal abstract class ContractNode(Position position)
{
    public Position Position { get; } = position;

    /// <summary>The kind of the value in plain words, for messages.</summary>
    public abstract string KindText { get; }

    /// <summary>A deep copy of the value.</summary>
    public abstract ContractNode Clone();

    /// <summary>The number of values in it, including itself.</summary>
    public abstract int Count { get; }
}

/// <summary>A YAML list.</summary>
internal sealed class ContractSequence(Position position, params IEnumerable<ContractNode> items) : ContractNode(position)
{
    public List<ContractNode> Items { get; } = [.. items];

    public override string KindText => "a list";

    /// <summary>The items that are scalars and not null; another rule reports the others.</summary>
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

    /// <summary>Sets the value of a key; a key that exists keeps its position.</summary>
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

    /// <summary>The text of a scalar member; null if there is none.</summary>
    public string? Text(string key) => Find(key)?.Text;

    public ContractMapping? Mapping(string key) => Find(key)?.Value as ContractMapping;

    public ContractSequence? Sequence(string key) => Find(key)?.Value as ContractSequence;

    /// <summary>The members of the mapping under a key; none if there is no such mapping.</summary>
    public IReadOnlyList<ContractMember> MembersOf(string key) => Mapping(key)?.Members ?? [];

    /// <summary>The scalars in the list under a key; none if there is no such list.</summary>
    public IEnumerable<ContractScalar> ScalarsOf(string key) => Sequence(key)?.Scalars ?? [];

    /// <summary>Whether the member is <c>true</c>; false if it is missing.</summary>
    public bool Flag(string key) => Find(key)?.Value is ContractScalar { Kind: ScalarKind.Boolean } scalar
        && string.Equals(scalar.Text, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The position to report for a member: its key's, or the mapping's if the member is missing.</summary>
    public Position PositionOf(string key) => Find(key)?.Position ?? Position;
}

/// <summary>A key of a mapping with its value; the position is the key's.</summary>
internal sealed record ContractMember(string Key, Position Position, ContractNode Value)
{
    /// <summary>The value's text; null if it is not a scalar or is YAML's null.</summary>
    public string? Text => Value is ContractScalar { Kind: not ScalarKind.Null } scalar ? scalar.Text : null;

    /// <summary>Whether the key is a vendor extension.</summary>
    public bool IsExtension => Key.StartsWith("x-", StringComparison.Ordinal);
}

/// <summary>What a scalar is in YAML's core schema, which has the types of JSON.</summary>
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
        // .NET would also read words such as 'Infinity' as numbers.
        _ when !char.IsAsciiDigit(text[^1]) && text[^1] != '.' => ScalarKind.Text,
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => ScalarKind.WholeNumber,
        _ when double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out _) => ScalarKind.Number,
        _ => ScalarKind.Text,
    };
}
