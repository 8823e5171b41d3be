namespace Contacts.ContractTool;

/// <summary>An operation before and after.</summary>
internal sealed class OperationComparer(WireContract before, WireContract after, SchemaComparer schemas, Changes changes)
{
    public void Compare(Operation older, Operation newer)
    {
        var name = WireContract.NameOf(newer);
        if (older.Name != newer.Name || before.PathOf(older) != after.PathOf(newer))
        {
            changes.Breaking($"{name} is {Line(newer, after)} and was {Line(older, before)}");
        }

        CompareParameters(name, older, newer);
        CompareRequestBodies(name, older.RequestBody, newer.RequestBody);
        Changes.Compare(
            older.Responses, newer.Responses, static response => response.Status.ToUpperInvariant(),
            gone => changes.BreakingIf(gone.IsSuccess, $"{name} no longer answers {gone.Status}"),
            added => changes.Addition($"{name} may answer {added.Status}"),
            (was, now) => CompareResponses($"the response {now.Status} of {name}", was, now));
        changes.Deprecation(name, older.Node, newer.Node);
        changes.Words(name, older.Node, newer.Node, "summary", "description");
        if (ValueText.Of(older.Node.Sequence("tags")) != ValueText.Of(newer.Node.Sequence("tags")))
        {
            changes.Words($"{name} has other tags");
        }
    }

    private static string Line(Operation operation, WireContract contract) =>
        $"{operation.Name.ToUpperInvariant()} {contract.AddressOf(operation)}";

    private void CompareParameters(string operation, Operation older, Operation newer)
    {
        Changes.Compare(
            Parameters(older, before), Parameters(newer, after), static one => one.Key,
            gone => changes.Breaking($"{Name(gone.Parameter)} is gone"),
            added => changes.BreakingIf(
                added.Parameter.MustBeGiven,
                $"{Name(added.Parameter)} is new and {(added.Parameter.MustBeGiven ? "required" : "optional")}"),
            (was, now) => CompareParameters(Name(now.Parameter), was.Parameter, now.Parameter));

        string Name(OperationParameter parameter) => $"the {parameter.In} parameter {parameter.Name} of {operation}";

        // On the wire a part of the path has a place and no name, and the case of a header makes no difference.
        static IEnumerable<((string In, string Name) Key, OperationParameter Parameter)> Parameters(Operation one, WireContract contract)
        {
            var places = OperationText.Placeholders(one.Path).Names.ToList();
            return from parameter in one.AllParameters(contract.Contract)
                   let key = parameter.In switch
                   {
                       "path" => FormattableString.Invariant($"{places.IndexOf(parameter.Name)}"),
                       "header" => parameter.Name.ToUpperInvariant(),
                       _ => parameter.Name,
                   }
                   select ((parameter.In, key), parameter);
        }
    }

    private void CompareParameters(string name, OperationParameter older, OperationParameter newer)
    {
        if (older.MustBeGiven != newer.MustBeGiven)
        {
            changes.BreakingIf(newer.MustBeGiven, $"{name} is {(newer.MustBeGiven ? "required" : "optional")} now");
        }

        var (was, now) = (older.Node, newer.Node);
        if (Form(older) != Form(newer))
        {
            changes.Breaking($"{name} is written in another form");
        }

        schemas.Compare(name, SchemaOf(was), SchemaOf(now), Direction.Sent);
        changes.Deprecation(name, was, now);
        changes.Words(name, was, now, "description");

        static ContractMapping? SchemaOf(ContractMapping parameter) =>
            parameter.Mapping("schema") ?? MediaType.AllOf(parameter).FirstOrDefault()?.Schema;

        // The style makes a difference to lists and objects only; a type that changes is told as that.
        static (string, bool, bool, string?) Form(OperationParameter parameter) => (
            OperationText.StyleOf(parameter),
            parameter.Node.Flag("allowReserved"),
            parameter.Node.Flag("allowEmptyValue"),
            MediaType.AllOf(parameter.Node).FirstOrDefault()?.Name);
    }

    private void CompareRequestBodies(string operation, ContractMapping? older, ContractMapping? newer)
    {
        var name = $"the body of {operation}";
        if (older is null || newer is null)
        {
            if (older != newer)
            {
                changes.BreakingIf(
                    older is not null || newer!.Flag("required"),
                    $"{operation} {(newer is null ? "no longer takes" : "takes")} a body"
                    + (newer is null || newer.Flag("required") ? "" : ", which may be left out"));
            }

            return;
        }

        if (older.Flag("required") != newer.Flag("required"))
        {
            changes.BreakingIf(newer.Flag("required"), $"{name} is {(newer.Flag("required") ? "required" : "optional")} now");
        }

        Changes.Compare(
            MediaType.AllOf(older), MediaType.AllOf(newer), static type => type.Name,
            gone => changes.Breaking($"{operation} no longer takes {gone.Name}"),
            added => changes.Addition($"{operation} takes {added.Name}, too"),
            (was, now) =>
            {
                schemas.Compare(name, was.Schema, now.Schema, Direction.Sent);
                schemas.CompareValues($"the encoding of {name}", was.Node.Mapping("encoding"), now.Node.Mapping("encoding"));
            });
        changes.Words(name, older, newer, "description");
    }

    private void CompareResponses(string name, OperationResponse older, OperationResponse newer)
    {
        Changes.Compare(
            MediaType.AllOf(older.Node), MediaType.AllOf(newer.Node), static type => type.Name,
            gone => changes.BreakingIf(older.IsSuccess, $"{name} no longer comes as {gone.Name}"),
            added => changes.Addition($"{name} may come as {added.Name}"),
            (was, now) => schemas.Compare(name, was.Schema, now.Schema, Direction.Received));
        Changes.Compare(
            Headers(older, before), Headers(newer, after), static header => header.Name.ToUpperInvariant(),
            gone => changes.Breaking($"{name} no longer has the header {gone.Name}"),
            added => changes.Addition($"{name} has the header {added.Name}"),
            (was, now) => CompareHeaders($"the header {now.Name} of {name}", was.Node, now.Node));
        changes.Words(name, older.Node, newer.Node, "description");

        static IEnumerable<(string Name, ContractMapping Node)> Headers(OperationResponse response, WireContract contract) =>
            from member in response.Node?.MembersOf("headers") ?? []
            let node = contract.Contract.Resolve(member.Value as ContractMapping)
            where node is not null
            select (member.Key, node);
    }

    private void CompareHeaders(string name, ContractMapping older, ContractMapping newer)
    {
        if (older.Flag("required") != newer.Flag("required"))
        {
            changes.BreakingIf(older.Flag("required"), $"{name} is {(newer.Flag("required") ? "always" : "not always")} there now");
        }

        schemas.Compare(name, older.Mapping("schema"), newer.Mapping("schema"), Direction.Received);
        changes.Words(name, older, newer, "description");
    }
}
