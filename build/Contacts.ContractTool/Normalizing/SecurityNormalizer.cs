namespace Contacts.ContractTool;

/// <summary>Writes, as C# that creates a SecurityPlan, where the document wants each kind of secret.</summary>
internal sealed class SecurityNormalizer
{
    private const string Organization = "x-organization-id";

    private static readonly Dictionary<string, string[]> _forms = new(StringComparer.Ordinal)
    {
        ["apiKey"] = ["description", "name", "in"],
        ["http"] = ["description", "scheme", "bearerFormat"],
        ["oauth2"] = ["description", "flows"],
        ["openIdConnect"] = ["description", "openIdConnectUrl"],
    };

    private readonly Contract _contract;
    private readonly Findings _findings;
    private readonly IReadOnlyList<ContractMember> _schemes;
    private readonly bool _isUsed;

    public SecurityNormalizer(Contract contract, Findings findings)
    {
        _contract = contract;
        _findings = findings;
        _schemes = contract.Root.Mapping("components")?.MembersOf("securitySchemes") ?? [];
        _isUsed = contract.Root.Find("security") is not null
            || contract.Operations.Any(static operation => operation.Node.Find("security") is not null);
        Default = contract.Root.Sequence("security") is { } security ? PlanOf(security, contract.Root.PositionOf("security"))
            : PlanOfAll(isOptional: true);
        Service = contract.Operations.Any(operation => PlanOf(operation) is not (null or "SecurityPlan.None"))
            ? $"{Default[..^2]}, Elsewhere = {PlanOfAll(isOptional: false)} }}"
            : Default;
    }

    /// <summary>The plan of the document, including the places that only some operations have.</summary>
    public string Service { get; }

    private string Default { get; }

    /// <summary>The plan of an operation; null if it is that of the document.</summary>
    public string? PlanOf(Operation operation)
    {
        if (operation.Node.Sequence("security") is { } security)
        {
            var plan = security.Items.Count == 0 ? "SecurityPlan.None" : PlanOf(security, operation.PositionOf("security"));
            return plan == Default ? null : plan;
        }

        // A document that defines schemes but never says where they apply means all operations.
        return _schemes.Count == 0 || !_isUsed || _contract.Root.Find("security") is not null ? null : "SecurityPlan.None";
    }

    /// <summary>Writes the schemes, and which of them the document takes, in the forms that OpenAPI 3.0 has.</summary>
    public void Write(ContractMapping root)
    {
        var schemes = new ContractMapping(root.Position);
        foreach (var (key, _, _) in _schemes)
        {
            if (SchemeOf(key) is { } scheme && scheme.Text("type") is { } type && _forms.TryGetValue(type, out var form))
            {
                var written = new ContractMapping(scheme.Position);
                foreach (var member in scheme.Members.Where(member => form.Contains(member.Key)).Prepend(scheme.Find("type")!))
                {
                    written.Add(member);
                }

                schemes.Set(key, written);
            }
        }

        root.Mapping("components")?.Remove("securitySchemes");
        Write(root, schemes);
        if (schemes.Members.Count > 0)
        {
            var components = root.Mapping("components") ?? new ContractMapping(root.Position);
            components.Set("securitySchemes", schemes);
            root.Set("components", components);
        }
    }

    /// <summary>Rewrites what an operation or the document takes: alternatives of the schemes that were written.</summary>
    public static void Write(ContractMapping owner, ContractMapping schemes)
    {
        if (owner.Sequence("security") is { } security)
        {
            owner.Set("security", new ContractSequence(security.Position, security.Items.OfType<ContractMapping>()
                .Where(one => one.Members.All(member => schemes.Find(member.Key) is not null && member.Value is ContractSequence))));
        }
        else
        {
            owner.Remove("security");
        }
    }

    private string PlanOfAll(bool isOptional) =>
        PlanOf(_schemes.Select(static one => new List<string> { one.Key }), isOptional, _contract.Root.Position);

    private ContractMapping? SchemeOf(string name) =>
        _contract.Resolve(_schemes.FirstOrDefault(one => one.Key == name)?.Value as ContractMapping);

    private string PlanOf(ContractSequence security, Position position)
    {
        var alternatives = security.Items.OfType<ContractMapping>()
            .Select(static one => one.Members.Select(static member => member.Key).ToList())
            .ToList();
        var isOptional = alternatives.Count == 0 || alternatives.Exists(static one => one.Count == 0);
        return PlanOf(alternatives.Where(static one => one.Count > 0), isOptional, position);
    }

    private string PlanOf(IEnumerable<List<string>> alternatives, bool isOptional, Position position)
    {
        var keys = new List<string>();
        string? bearer = null;
        string? basic = null;
        var needsOrganization = false;
        foreach (var names in alternatives)
        {
            var scheme = SchemeOf(names[0]);
            foreach (var missing in names.Where(name => SchemeOf(name) is null))
            {
                _findings.Add(OperationFindings.UnknownScheme, new Problem(
                    position,
                    $"the security scheme '{missing}' is not described, so it is unknown where to put the credential: add it under "
                    + "components/securitySchemes, or correct the name."));
            }

            foreach (var further in names.Skip(1))
            {
                var isOrganization = string.Equals(SchemeOf(further)?.Text("name"), Organization, StringComparison.OrdinalIgnoreCase);
                needsOrganization |= isOrganization;
                if (!isOrganization)
                {
                    _findings.Add(OperationFindings.LeftOut, new Problem(
                        position,
                        $"the security scheme '{further}' beside '{names[0]}' is left out, since a client has one credential: set the "
                        + "second "
                        + "one as a header (ContactsRequestOptions.Headers)."));
                }
            }

            switch ((scheme?.Text("type"), scheme?.Text("scheme")?.ToLowerInvariant(), scheme?.Text("in")))
            {
                case ("apiKey", _, { } place) when place is "header" or "query" or "cookie":
                    var name = CSharpText.Literal(scheme!.Text("name") ?? "");
                    keys.Add($"new(SecretPlace.{char.ToUpperInvariant(place[0])}{place[1..]}, {name})");
                    break;
                case ("http", "bearer", _) or ("oauth2" or "openIdConnect", _, _):
                    bearer = "new(SecretPlace.Bearer)";
                    break;
                case ("http", "basic", _):
                    basic = "new(SecretPlace.Basic)";
                    break;
                default:
                    _findings.Add(OperationFindings.LeftOut, new Problem(
                        position,
                        $"the security scheme '{names[0]}' is left out: a client can send an API key, a name and password (basic) or a "
                        + "bearer token. Use a handler of the HttpClient for anything else."));
                    break;
            }
        }

        // An access token goes where the second key goes, as in our own contract, or else where OAuth puts its own.
        (string Name, string? Target)[] targets =
        [
            ("ApiKey", keys.ElementAtOrDefault(0)), ("AccessToken", keys.Distinct().ElementAtOrDefault(1) ?? bearer),
            ("BearerToken", bearer), ("Basic", basic), ("NeedsOrganization", needsOrganization ? "true" : null),
            ("IsOptional", isOptional ? "true" : null),
        ];
        var members = targets.Where(static one => one.Target is not null).Select(static one => $"{one.Name} = {one.Target}");
        return $"new SecurityPlan {{ {string.Join(", ", members)} }}";
    }
}
