namespace Contacts.ContractTool;

/// <summary>A schema before and after, with all that it holds. Each pair of components is compared once for each direction.</summary>
internal sealed class SchemaComparer(WireContract before, WireContract after, Changes changes)
{
    // Compared apart, or nothing on the wire: names, words and C#, which is compared as C#.
    private static readonly string[] _known =
    [
        "$ref", "type", "format", "enum", "properties", "required", "items", "additionalProperties", "nullable", "readOnly", "writeOnly",
        "default", "oneOf", "anyOf", "allOf", "discriminator", "title", "description", "deprecated", "example", "examples", "externalDocs",
        "xml", "x-aliases", "x-json-text", "x-set-tracking",
        .. Bounds.Keys,
    ];

    private readonly HashSet<(string?, string?, Direction)> _compared = [];

    /// <summary>Compares two schemas, either of which may say nothing.</summary>
    /// <param name="name">How messages call it, unless it is a component.</param>
    /// <param name="older">The older schema; null for any value.</param>
    /// <param name="newer">The newer schema; null for any value.</param>
    /// <param name="direction">Which way its values go.</param>
    public void Compare(string name, ContractMapping? older, ContractMapping? newer, Direction direction)
    {
        if (older is null && newer is null)
        {
            return;
        }

        older ??= new ContractMapping(Position.Start);
        newer ??= new ContractMapping(Position.Start);
        var (oldKey, newKey) = (SchemaSimplifier.ReferenceOf(older), SchemaSimplifier.ReferenceOf(newer));
        CompareUse(name, older, newer, direction);
        if ((oldKey ?? newKey) is not null && !_compared.Add((oldKey, newKey, direction)))
        {
            return;
        }

        var (was, now) = (before.Meaning(older), after.Meaning(newer));
        var owner = newKey ?? name;
        if (!CompareTypes(name, (older, was), (newer, now), direction))
        {
            return;
        }

        CompareEnums(owner, was, now, direction);
        Bounds.Compare(owner, was, now, direction, changes);
        CompareProperties(owner, was, now, direction);
        CompareExtra(owner, was, now, direction);
        Compare($"an item of {owner}", was.Mapping("items"), now.Mapping("items"), direction);
        var variants = new VariantComparer(this, owner, direction, changes);
        variants.Compare(was, now);
        variants.Compare(before.KindsOf(older), after.KindsOf(newer));
        if (was.Flag("x-set-tracking") != now.Flag("x-set-tracking"))
        {
            changes.Breaking($"{owner} is {(now.Flag("x-set-tracking") ? "sent without members that were never set" : "sent whole")} now");
        }

        CompareOthers(owner, was, now);
        if (newKey is not null)
        {
            changes.Deprecation(owner, was, now);
            changes.Words(owner, was, now, "description", "title");
        }
    }

    /// <summary>What a use of a schema says beside a reference.</summary>
    private void CompareUse(string name, ContractMapping older, ContractMapping newer, Direction direction)
    {
        var (was, now) = (before.Meaning(older), after.Meaning(newer));
        var (mightBeNull, mayBeNull) = (older.Flag("nullable") || was.Flag("nullable"), newer.Flag("nullable") || now.Flag("nullable"));
        if (mightBeNull != mayBeNull)
        {
            changes.BreakingIf(mayBeNull == (direction == Direction.Received), $"{name} {(mayBeNull ? "may" : "must not")} be null");
        }

        // A caller that leaves a value out gets another one; nobody depends on a default that was not told.
        var (oldDefault, newDefault) = (Default(older, was), Default(newer, now));
        if (oldDefault != newDefault)
        {
            changes.BreakingIf(
                oldDefault.Length > 0 && direction == Direction.Sent,
                $"{name} has {(newDefault.Length > 0 ? $"the default {newDefault}" : "no default")}"
                + (oldDefault.Length > 0 ? $", was {oldDefault}" : ""));
        }

        static string Default(ContractMapping use, ContractMapping meaning) =>
            ValueText.Of((use.Find("default") ?? meaning.Find("default"))?.Value);
    }

    /// <returns>Whether the two are of one type, so that what they hold can be compared.</returns>
    private bool CompareTypes(
        string name, (ContractMapping Use, ContractMapping Meaning) older, (ContractMapping Use, ContractMapping Meaning) newer,
        Direction direction)
    {
        var (was, now) = (TypeOf(older.Meaning), TypeOf(newer.Meaning));
        var (oldFormat, newFormat) = (older.Meaning.Text("format"), newer.Meaning.Text("format"));
        if (was == now && oldFormat == newFormat)
        {
            return true;
        }

        var isWider = was == now ? newFormat is null || (oldFormat, newFormat) is ("int32", "int64") or ("float", "double")
            : now is null || (was, now) is ("integer", "number");
        var isNarrower = was == now ? oldFormat is null || (oldFormat, newFormat) is ("int64", "int32") or ("double", "float")
            : was is null || (was, now) is ("number", "integer");
        changes.BreakingIf(
            direction == Direction.Sent ? !isWider : !isNarrower,
            $"{name} is {ValueText.OfSchema(Shown(newer))} and was {ValueText.OfSchema(Shown(older))}");
        return was == now;

        static string? TypeOf(ContractMapping schema) => schema.Find("oneOf") is null ? SchemaKinds.TypeOf(schema) : "oneOf";

        static ContractMapping Shown((ContractMapping Use, ContractMapping Meaning) schema) =>
            SchemaSimplifier.ReferenceOf(schema.Use) is null ? schema.Meaning : schema.Use;
    }

    // C# reads values that nobody listed, so a new one breaks no reader.
    private void CompareEnums(string owner, ContractMapping was, ContractMapping now, Direction direction)
    {
        var (older, newer) = (Values(was), Values(now));
        if (older is null || newer is null)
        {
            if (older is not null || newer is not null)
            {
                changes.BreakingIf(
                    direction == Direction.Sent && newer is not null,
                    $"{owner} is {(newer is null ? "no longer " : "")}one of a list of values");
            }

            return;
        }

        Changes.Compare(
            older, newer, static value => value,
            gone => changes.BreakingIf(direction == Direction.Sent, $"{owner} no longer has the value {gone}"),
            added => changes.Addition($"{owner} has the value {added}"));
        var descriptions = (ValueText.Of(was.Sequence("x-enum-descriptions")), ValueText.Of(now.Sequence("x-enum-descriptions")));
        if (descriptions.Item1 != descriptions.Item2)
        {
            changes.Words($"the descriptions of the values of {owner} say something else");
        }

        static IEnumerable<string>? Values(ContractMapping schema) =>
            schema.Sequence("enum")?.Items.Select(static value => value is ContractScalar scalar ? scalar.Text : ValueText.Of(value));
    }

    private void CompareProperties(string owner, ContractMapping was, ContractMapping now, Direction direction)
    {
        var newer = Members(now, direction);
        Changes.Compare(
            Members(was, direction), newer, static member => member.Key,
            gone =>
            {
                var heir = newer.FirstOrDefault(one => AliasesOf((ContractMapping)one.Value, after).Contains(gone.Key));
                if (heir is null || direction == Direction.Sent)
                {
                    changes.Breaking($"{Field(gone.Key)} is gone");
                }
                else
                {
                    changes.Addition($"{Field(gone.Key)} is {heir.Key} now; the old name is read too");
                }
            },
            added =>
            {
                var isRequired = IsRequired(now, added.Key);
                changes.BreakingIf(
                    direction == Direction.Sent && isRequired, $"{Field(added.Key)} is new and {(isRequired ? "required" : "optional")}");
            },
            (older, other) => CompareMembers(Field(older.Key), (was, older), (now, other), direction));

        string Field(string key) => $"the field {key} of {owner}";
    }

    private void CompareMembers(
        string field, (ContractMapping Owner, ContractMember Member) older, (ContractMapping Owner, ContractMember Member) newer,
        Direction direction)
    {
        var (was, now) = (older.Member.Value as ContractMapping, newer.Member.Value as ContractMapping);
        var (wasRequired, isRequired) = (IsRequired(older.Owner, older.Member.Key), IsRequired(newer.Owner, newer.Member.Key));
        if (wasRequired != isRequired)
        {
            changes.BreakingIf(
                isRequired == (direction == Direction.Sent), $"{field} is {(isRequired ? "required" : "optional")} now");
        }

        if (was is null || now is null)
        {
            return;
        }

        Changes.Compare(
            AliasesOf(was, before), AliasesOf(now, after), static alias => alias,
            gone => changes.BreakingIf(direction == Direction.Received, $"{field} is no longer read from {gone}"),
            added => changes.Addition($"{field} is read from {added}, too"));
        if (was.Flag("x-json-text") != now.Flag("x-json-text"))
        {
            changes.BreakingIf(
                was.Flag("x-json-text"), $"{field} {(was.Flag("x-json-text") ? "no longer " : "")}keeps an object as its text");
        }

        foreach (var key in new[] { "readOnly", "writeOnly" })
        {
            if (was.Flag(key) != now.Flag(key))
            {
                changes.Addition($"{field} is {(now.Flag(key) ? "" : "no longer ")}{key}");
            }
        }

        Compare(field, was, now, direction);
        changes.Deprecation(field, was, now);
        changes.Words(field, was, now, "description", "title");
    }

    /// <summary>The members that go that way.</summary>
    private static List<ContractMember> Members(ContractMapping schema, Direction direction) =>
    [
        .. schema.MembersOf("properties").Where(member => member.Value is ContractMapping node
            && !node.Flag(direction == Direction.Sent ? "readOnly" : "writeOnly")),
    ];

    private static IEnumerable<string> AliasesOf(ContractMapping member, WireContract contract) =>
        member.ScalarsOf("x-aliases").Concat(contract.Meaning(member).ScalarsOf("x-aliases")).Select(static alias => alias.Text);

    private static bool IsRequired(ContractMapping owner, string key) => owner.ScalarsOf("required").Any(one => one.Text == key);

    // Readers keep what they do not know, so only what is sent can come to be refused.
    private void CompareExtra(string owner, ContractMapping was, ContractMapping now, Direction direction)
    {
        var (older, newer) = (was.Find("additionalProperties")?.Value, now.Find("additionalProperties")?.Value);
        var (wasClosed, isClosed) = (IsFalse(older), IsFalse(newer));
        if (wasClosed != isClosed)
        {
            changes.BreakingIf(
                isClosed && direction == Direction.Sent, $"{owner} {(isClosed ? "takes no" : "takes")} fields that are not described");
        }
        else if (!isClosed)
        {
            Compare($"a value of {owner}", older as ContractMapping, newer as ContractMapping, direction);
        }

        static bool IsFalse(ContractNode? node) => node is ContractScalar { Kind: ScalarKind.Boolean, Text: "false" or "False" or "FALSE" };
    }

    /// <summary>What no rule above knows: a key of OpenAPI may mean anything, a key of somebody's own means nothing on the wire.</summary>
    private void CompareOthers(string owner, ContractMapping was, ContractMapping now)
    {
        foreach (var key in was.Members.Concat(now.Members).Select(static member => member.Key).Distinct(StringComparer.Ordinal)
            .Where(static key => !_known.Contains(key) && !key.StartsWith("x-", StringComparison.Ordinal)))
        {
            CompareValues($"the {key} of {owner}", was.Find(key)?.Value, now.Find(key)?.Value);
        }
    }

    /// <summary>Notes it as breaking when two values differ.</summary>
    public void CompareValues(string name, ContractNode? was, ContractNode? now)
    {
        if (ValueText.Of(was) != ValueText.Of(now))
        {
            changes.Breaking($"{name} is {(now is null ? "gone" : "another one")}");
        }
    }
}
