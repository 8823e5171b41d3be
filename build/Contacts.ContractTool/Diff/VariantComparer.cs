namespace Contacts.ContractTool;

/// <summary>A schema of several kinds before and after. C# reads a kind that it does not know, so a new one breaks nobody.</summary>
internal sealed class VariantComparer(SchemaComparer schemas, string owner, Direction direction, Changes changes)
{
    /// <summary>Compares unions: their types, and how a discriminator tells them.</summary>
    public void Compare(ContractMapping was, ContractMapping now)
    {
        Changes.Compare(
            Variants(was), Variants(now), static variant => variant.Name,
            gone => changes.BreakingIf(direction == Direction.Sent, $"{owner} is no longer {gone.Name}"),
            added => changes.Addition($"{owner} may be {added.Name}"),
            (older, newer) => schemas.Compare($"{owner} as {newer.Name}", older.Schema, newer.Schema, direction));
        if (was.Find("oneOf") is not null && now.Find("oneOf") is not null)
        {
            CompareDiscriminators(was.Mapping("discriminator"), now.Mapping("discriminator"));
        }

        static IEnumerable<(string Name, ContractMapping Schema)> Variants(ContractMapping schema) =>
            (schema.Sequence("oneOf")?.Items ?? []).OfType<ContractMapping>().Select(static one => (ValueText.OfSchema(one), one));
    }

    private void CompareDiscriminators(ContractMapping? was, ContractMapping? now)
    {
        if (was?.Text("propertyName") != now?.Text("propertyName"))
        {
            changes.Breaking(Told(was?.Text("propertyName"), now?.Text("propertyName")));
            return;
        }

        Changes.Compare(
            was?.MembersOf("mapping") ?? [], now?.MembersOf("mapping") ?? [], static member => member.Key,
            gone => changes.BreakingIf(direction == Direction.Sent, $"{owner} no longer has the kind {gone.Key}"),
            added => changes.Addition($"{owner} has the kind {added.Key}"),
            (older, newer) => schemas.CompareValues($"the kind {newer.Key} of {owner}", older.Value, newer.Value));
    }

    private string Told(string? was, string? now) =>
        $"{owner} tells its kind in {Field(now)}, and did in {Field(was)}";

    private static string Field(string? name) => name is null ? "no field" : $"the field {name}";

    /// <summary>Compares base classes: their kinds.</summary>
    public void Compare(KindBase? was, KindBase? now)
    {
        if (was?.Discriminator != now?.Discriminator)
        {
            changes.Breaking(Told(was?.Discriminator, now?.Discriminator));
            return;
        }

        Changes.Compare(
            Kinds(was), Kinds(now), static kind => kind.Value,
            gone => changes.BreakingIf(direction == Direction.Sent, $"{owner} no longer has the kind {gone.Value}"),
            added => changes.Addition($"{owner} has the kind {added.Value}"),
            (older, newer) =>
            {
                if (older.Key != newer.Key)
                {
                    changes.Breaking($"{owner} of the kind {newer.Value} is {newer.Key} and was {older.Key}");
                }

                schemas.Compare($"{owner} of the kind {newer.Value}", Reference(older.Key), Reference(newer.Key), direction);
            });

        static IEnumerable<(string Value, string Key)> Kinds(KindBase? book) =>
            book?.Kinds.SelectMany(static kind => kind.Values, static (kind, value) => (value, kind.Key)) ?? [];

        static ContractMapping Reference(string key)
        {
            var reference = new ContractMapping(Position.Start);
            reference.Set("$ref", "#/components/schemas/" + key.Replace("~", "~0", StringComparison.Ordinal)
                .Replace("/", "~1", StringComparison.Ordinal));
            return reference;
        }
    }
}
