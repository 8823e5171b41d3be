using System.Globalization;

namespace Contacts.ContractTool;

/// <summary>Which way a value goes: what may be sent must not become less, and what may be received not more.</summary>
internal enum Direction
{
    Sent,
    Received,
}

/// <summary>A contract as its requests and responses see it: references followed, compositions merged, kinds told apart.</summary>
internal sealed class WireContract
{
    private readonly SchemaSimplifier _simplifier;
    private readonly KindRegistry _kinds;
    private readonly ServerNormalizer _servers;

    public WireContract(Contract contract)
    {
        Contract = contract;
        var schemas = contract.Root.Mapping("components")?.Mapping("schemas") ?? new ContractMapping(contract.Root.Position);
        _simplifier = new SchemaSimplifier(schemas);
        _kinds = new KindRegistry(schemas, _simplifier);

        // What is left out of the client was told when the contract was checked.
        _servers = new ServerNormalizer(contract, new Findings(""));
    }

    public Contract Contract { get; }

    public ContractMapping Root => Contract.Root;

    /// <summary>The service's path below the gateway.</summary>
    public string BasePath => _servers.BasePath;

    /// <summary>The schema itself, whatever it refers to or is put together of.</summary>
    public ContractMapping Meaning(ContractMapping schema) =>
        KindsOf(schema)?.Schema is { } common && SchemaSimplifier.ReferenceOf(schema) is not null ? common : _simplifier.Resolve(schema);

    /// <summary>The kinds of a component with a discriminator; null if it has none.</summary>
    public KindBase? KindsOf(ContractMapping schema) =>
        SchemaSimplifier.ReferenceOf(schema) is { } key ? _kinds.Base(key) : null;

    /// <summary>An operation's path: below the service's, or below the gateway's if it has a server of its own.</summary>
    public string AddressOf(Operation operation) => "/" + _servers.PathOf(operation).TrimStart('/');

    /// <summary>
    /// An operation's path below the gateway with numbers in place of its parameters' names, which are nothing on the wire.
    /// </summary>
    public string PathOf(Operation operation)
    {
        var path = _servers.PathOf(operation);
        foreach (var (index, name) in OperationText.Placeholders(operation.Path).Names.Index())
        {
            path = path.Replace($"{{{name}}}", string.Create(CultureInfo.InvariantCulture, $"{{{index}}}"), StringComparison.Ordinal);
        }

        return path;
    }

    /// <summary>An operation's id, or how it is reached if it has none.</summary>
    public static string NameOf(Operation operation) => operation.Id ?? operation.ToString();

    /// <summary>The gateways to choose from.</summary>
    public IEnumerable<(string Name, string? Url)> Gateways =>
        from gateway in Root.Sequence("x-gateways")?.Items.OfType<ContractMapping>() ?? ServerNormalizer.GatewaysOf(Root)
        select (gateway.Text("name") ?? "", gateway.Text("url"));
}

/// <summary>A media type of a body or a response.</summary>
internal sealed record MediaType(string Name, ContractMapping Node)
{
    public ContractMapping? Schema => Node.Mapping("schema");

    public static IEnumerable<MediaType> AllOf(ContractMapping? body) =>
        from member in body?.MembersOf("content") ?? []
        where member.Value is ContractMapping
        select new MediaType(member.Key.ToLowerInvariant(), (ContractMapping)member.Value);
}

/// <summary>Values of a contract as text.</summary>
internal static class ValueText
{
    /// <summary>
    /// A schema's type in the words of the API: <c>integer (int32)</c>, <c>array of Contact</c>. Whether it may be null is said apart.
    /// </summary>
    public static string OfSchema(ContractMapping? schema)
    {
        if (SchemaSimplifier.ReferenceOf(schema) is { } name)
        {
            return name;
        }

        var type = schema is null ? null : SchemaKinds.TypeOf(schema);
        return type switch
        {
            null when schema?.Find("oneOf") is not null => "one of several types",
            null => "anything",
            "array" => "array of " + OfSchema(schema!.Mapping("items")),
            _ when schema!.Text("format") is { } format => $"{type} ({format})",
            _ => type,
        };
    }

    /// <summary>A value as one line, in which the order of keys makes no difference.</summary>
    public static string Of(ContractNode? node) => node switch
    {
        null => "",
        ContractScalar scalar => scalar.Kind == ScalarKind.Text ? $"\"{scalar.Text}\"" : scalar.Text,
        ContractSequence list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        ContractMapping mapping => $"{{{string.Join(", ", mapping.Members.OrderBy(static member => member.Key, StringComparer.Ordinal)
            .Select(static member => $"{member.Key}: {Of(member.Value)}"))}}}",
        _ => "",
    };
}

/// <summary>The bounds of a value: tighter ones break senders; looser ones break nobody, for reading refuses nothing.</summary>
internal static class Bounds
{
    private static readonly string[] _lower = ["minimum", "minLength", "minItems", "minProperties"];
    private static readonly string[] _upper = ["maximum", "maxLength", "maxItems", "maxProperties"];
    private static readonly string[] _other = ["pattern", "multipleOf", "uniqueItems", "exclusiveMinimum", "exclusiveMaximum"];

    /// <summary>The keys that are compared.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. _lower, .. _upper, .. _other];

    public static void Compare(string owner, ContractMapping before, ContractMapping after, Direction direction, Changes changes)
    {
        foreach (var key in Keys)
        {
            var (was, now) = (Value(before, key), Value(after, key));
            if (was != now)
            {
                var older = was is null ? "" : $", was {was}";
                changes.BreakingIf(
                    direction == Direction.Sent && IsTighter(key, was, now),
                    $"{owner} has {(now is null ? $"no {key}" : $"the {key} {now}")}{older}");
            }
        }
    }

    // What is false, or 0 where nothing can be less, says nothing.
    private static string? Value(ContractMapping schema, string key) => schema.Text(key) is var text && (text, key) is
        ("false" or "False", _) or ("0", "minLength" or "minItems" or "minProperties") ? null : text;

    private static bool IsTighter(string key, string? was, string? now) =>
        _lower.Contains(key) ? Number(now, decimal.MinValue) > Number(was, decimal.MinValue)
        : _upper.Contains(key) ? Number(now, decimal.MaxValue) < Number(was, decimal.MaxValue)
        : now is not null;

    private static decimal Number(string? text, decimal otherwise) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
