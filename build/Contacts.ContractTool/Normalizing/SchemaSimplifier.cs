namespace Contacts.ContractTool;

/// <summary>
/// Turns compositions into the few forms that become C#: one schema for <c>allOf</c>, and <c>oneOf</c> only if a value can really be of one
/// of several types.
/// </summary>
internal sealed class SchemaSimplifier(ContractMapping schemas)
{
    private static readonly string[] _compositions = ["allOf", "oneOf", "anyOf", "not"];
    private static readonly string[] _annotations =
    [
        "description", "title", "example", "examples", "default", "nullable", "deprecated", "externalDocs", "readOnly", "writeOnly", "xml",
    ];

    /// <summary>The name of the component schema that a schema refers to; null if it is not such a reference.</summary>
    public static string? ReferenceOf(ContractMapping? schema) =>
        schema?.Text("$ref") is { } text && new Reference(text).Target is ("schemas", var name) ? name : null;

    /// <summary>A copy of a schema without the compositions that make no difference in C#.</summary>
    public ContractMapping Simplify(ContractMapping schema) => Simplify(schema, []);

    /// <summary>The schema with its references followed, simplified.</summary>
    public ContractMapping Resolve(ContractMapping schema) => Resolve(schema, []);

    private ContractMapping Simplify(ContractMapping schema, HashSet<string> open)
    {
        if (!_compositions.Any(key => schema.Find(key) is not null))
        {
            return schema;
        }

        var own = Without(schema, [.. _compositions, "discriminator"]);
        var merged = MergeParts(own, PartsOf(schema, "allOf"), open);
        List<ContractMapping> variants = [.. PartsOf(schema, "oneOf"), .. PartsOf(schema, "anyOf")];
        if (variants.Count == 0)
        {
            return merged;
        }

        var isNullable = variants.RemoveAll(IsNull) > 0;
        variants = [.. variants.DistinctBy(static variant => variant.Text("$ref") ?? (object)variant)];
        var result = Choose(merged, variants, schema.Mapping("discriminator"), open);
        if (isNullable || variants.Any(variant => Resolve(variant, [.. open]).Flag("nullable")))
        {
            result = Without(result);
            result.Set("nullable", flag: true);
        }

        return result;
    }

    private ContractMapping MergeParts(ContractMapping own, List<ContractMapping> parts, HashSet<string> open)
    {
        if (parts.Count == 0)
        {
            return own;
        }

        // OpenAPI 3.0 ignores the members beside a $ref, so documents wrap it in allOf to describe it.
        if (IsAnnotation(own) && parts.Where(static part => !IsAnnotation(part)).ToList() is [{ } single])
        {
            var result = Without(ReferenceOf(single) is null ? Simplify(single, open) : single);
            foreach (var member in parts.Where(IsAnnotation).Append(own).SelectMany(static part => part.Members))
            {
                result.Add(member);
            }

            return result;
        }

        var merged = new ContractMapping(own.Position);
        foreach (var part in parts.Select(part => Resolve(part, [.. open])))
        {
            Merge(merged, part, keepsDescription: false);
        }

        Merge(merged, own, keepsDescription: true);
        return merged;
    }

    private ContractMapping Choose(
        ContractMapping own, List<ContractMapping> variants, ContractMapping? discriminator, HashSet<string> open)
    {
        if (variants.TrueForAll(IsAnnotation)
            || variants.TrueForAll(static variant => variant.Members.All(static member => member.Key == "required")))
        {
            return own;
        }

        if (variants.Count == 1)
        {
            return MergeParts(own, variants, open);
        }

        var resolved = variants.ConvertAll(variant => Resolve(variant, [.. open]));
        if (own.Mapping("properties") is not null && resolved.TrueForAll(IsObjectLike))
        {
            // The object's own members are always there; those of its variants may be missing, so none of them is required.
            var merged = Without(own);
            foreach (var variant in resolved)
            {
                Merge(merged, Without(variant, "required", "description"), keepsDescription: false);
            }

            return merged;
        }

        if (resolved.TrueForAll(static variant => IsScalar(variant) && SchemaKinds.TypeOf(variant) is not null)
            && OneScalar(resolved) is { } scalar)
        {
            var result = Without(own);
            foreach (var member in scalar.Members.Where(member => own.Find(member.Key) is null))
            {
                result.Add(member);
            }

            return result;
        }

        if (resolved.TrueForAll(static variant => SchemaKinds.TypeOf(variant) is null))
        {
            return own;
        }

        var union = Without(own, "type");
        union.Set("oneOf", new ContractSequence(own.Position, variants));
        if (discriminator is not null)
        {
            union.Set("discriminator", discriminator);
        }

        return union;
    }

    /// <summary>Merges scalars of one type, and their enum values if all of them list some; null if their types differ.</summary>
    private static ContractMapping? OneScalar(List<ContractMapping> variants)
    {
        var types = variants.Select(SchemaKinds.TypeOf).Distinct().ToList();
        var type = types switch
        {
            [{ } one] => one,
            ["integer", "number"] or ["number", "integer"] => "number",
            _ => null,
        };
        if (type is null)
        {
            return null;
        }

        var result = new ContractMapping(variants[0].Position);
        result.Set("type", type);
        if (variants.Select(static variant => variant.Text("format")).Distinct().ToList() is [{ } format])
        {
            result.Set("format", format);
        }

        if (variants.TrueForAll(static variant => variant.Sequence("enum") is not null))
        {
            var values = variants.SelectMany(static variant => variant.Sequence("enum")!.Scalars).DistinctBy(static value => value.Text);
            result.Set("enum", new ContractSequence(result.Position, values));
        }

        return result;
    }

    private static void Merge(ContractMapping into, ContractMapping part, bool keepsDescription)
    {
        foreach (var member in part.Members)
        {
            switch (member.Key, member.Value)
            {
                case ("properties", ContractMapping properties):
                    var all = into.Mapping("properties")?.Clone() ?? new ContractMapping(member.Position);
                    foreach (var property in properties.Members)
                    {
                        all.Add(all.Mapping(property.Key) is { } other && property.Value is ContractMapping more && IsAnnotation(more)
                            ? property with { Value = Over(other, more) }
                            : property);
                    }

                    into.Set("properties", all);
                    break;
                case ("required", ContractSequence required):
                    var names = into.ScalarsOf("required").Concat(required.Scalars).DistinctBy(static name => name.Text);
                    into.Set("required", new ContractSequence(member.Position, [.. names]));
                    break;
                case ("description" or "title", _) when !keepsDescription && into.Find(member.Key) is not null:
                case ("nullable", _) when !keepsDescription:
                    break;
                case ("additionalProperties", ContractScalar) when into.Mapping("additionalProperties") is not null:
                    break;
                case ("x-csharp-name", _) when !keepsDescription:
                    break;
                default:
                    into.Add(member);
                    break;
            }
        }
    }

    private static ContractMapping Over(ContractMapping schema, ContractMapping annotations)
    {
        var result = Without(schema);
        foreach (var member in annotations.Members)
        {
            result.Add(member);
        }

        return result;
    }

    /// <summary>The schema of a part with its references followed, simplified; empty for a part that leads back to itself.</summary>
    private ContractMapping Resolve(ContractMapping part, HashSet<string> open)
    {
        if (ReferenceOf(part) is not { } key)
        {
            return Simplify(part, open);
        }

        if (schemas.Mapping(key) is not { } target || !open.Add(key))
        {
            return new ContractMapping(part.Position);
        }

        var simple = Simplify(target, open);
        return ReferenceOf(simple) is null ? simple : Resolve(simple, open);
    }

    private static List<ContractMapping> PartsOf(ContractMapping schema, string key) =>
        [.. (schema.Sequence(key)?.Items ?? []).OfType<ContractMapping>()];

    /// <summary>A shallow copy without some members.</summary>
    private static ContractMapping Without(ContractMapping schema, params string[] keys)
    {
        var copy = new ContractMapping(schema.Position);
        foreach (var member in schema.Members.Where(member => !keys.Contains(member.Key)))
        {
            copy.Add(member);
        }

        return copy;
    }

    private static bool IsNull(ContractMapping schema) =>
        schema.Find("type") is null && schema.Sequence("enum") is { Items: [ContractScalar { Kind: ScalarKind.Null }] };

    private static bool IsAnnotation(ContractMapping schema) =>
        schema.Members.All(static member => _annotations.Contains(member.Key) || member.IsExtension);

    private static bool IsObjectLike(ContractMapping schema) => SchemaKinds.TypeOf(schema) is "object" or null;

    private static bool IsScalar(ContractMapping schema) =>
        SchemaKinds.TypeOf(schema) is "string" or "integer" or "number" or "boolean" && schema.Find("oneOf") is null;
}
