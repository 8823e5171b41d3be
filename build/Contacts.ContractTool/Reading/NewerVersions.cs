namespace Contacts.ContractTool;

/// <summary>
/// Rewrites a document of OpenAPI 3.1 or 3.2 as one of 3.0. Keywords that 3.0 lacks and no client needs, such as conditions, are removed.
/// </summary>
internal static class NewerVersions
{
    private static readonly string[] _data = ["example", "examples", "default", "enum", "const", "value", "x-examples"];
    private static readonly string[] _leftOut =
    [
        "$schema", "$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$comment", "$vocabulary", "$defs", "definitions", "if", "then",
        "else", "dependentSchemas", "dependentRequired", "propertyNames", "contains", "minContains", "maxContains",
        "unevaluatedProperties", "unevaluatedItems", "contentSchema", "contentEncoding", "contentMediaType", "patternProperties",
        "prefixItems", "additionalItems",
    ];

    /// <summary>Rewrites the document in place.</summary>
    public static void Rewrite(ContractMapping root)
    {
        Visit(root);
        root.Remove("jsonSchemaDialect");
        root.Remove("$self");
        root.Mapping("info")?.Remove("summary");
        root.Mapping("info")?.Mapping("license")?.Remove("identifier");
        if (root.Find("paths") is null && root.Find("components") is not null)
        {
            root.Set("paths", new ContractMapping(root.Position));
        }

        root.Set("openapi", "3.0.3");
    }

    private static void Visit(ContractNode node)
    {
        switch (node)
        {
            case ContractSequence list:
                list.Items.ForEach(Visit);
                break;
            case ContractMapping mapping:
                foreach (var member in mapping.Members.ToList())
                {
                    if (member.Key == "schema")
                    {
                        mapping.Set(member.Key, Schema(member.Value));
                    }
                    else if (member.Key == "schemas" && member.Value is ContractMapping schemas)
                    {
                        SchemasIn(schemas);
                    }
                    else if (!_data.Contains(member.Key) && !member.IsExtension)
                    {
                        Visit(member.Value);
                    }
                }

                break;
        }
    }

    private static void SchemasIn(ContractMapping schemas)
    {
        foreach (var member in schemas.Members.ToList())
        {
            schemas.Set(member.Key, Schema(member.Value));
        }
    }

    private static ContractNode Schema(ContractNode node)
    {
        if (node is ContractScalar { Kind: ScalarKind.Boolean })
        {
            return new ContractMapping(node.Position);
        }

        if (node is not ContractMapping schema)
        {
            return node;
        }

        foreach (var member in schema.Members.ToList())
        {
            switch (member.Key, member.Value)
            {
                case ("properties" or "patternProperties", ContractMapping schemas):
                    SchemasIn(schemas);
                    break;
                case ("additionalProperties", ContractMapping) or ("items" or "not", _):
                    schema.Set(member.Key, member.Value is ContractSequence tuple ? Any(tuple.Position) : Schema(member.Value));
                    break;
                case ("allOf" or "oneOf" or "anyOf", ContractSequence parts):
                    schema.Set(member.Key, new ContractSequence(parts.Position, parts.Items.Select(Schema)));
                    break;
            }
        }

        RewriteMembers(schema);
        return schema;
    }

    private static void RewriteMembers(ContractMapping schema)
    {
        if (schema.Find("const") is { Value: ContractScalar value } constant)
        {
            schema.Remove("const");
            if (value.Kind is ScalarKind.Text or ScalarKind.WholeNumber)
            {
                schema.Set("enum", new ContractSequence(constant.Position, value));
            }
            else if (value.Kind == ScalarKind.Null)
            {
                OnlyNull(schema);
            }
            else if (schema.Find("type") is null)
            {
                schema.Set("type", value.Kind == ScalarKind.Boolean ? "boolean" : "number");
            }
        }

        if (schema.Find("examples") is { } examples)
        {
            schema.Remove("examples");
            if (examples.Value is ContractSequence { Items: [var first, ..] } && schema.Find("example") is null)
            {
                schema.Set("example", first);
            }
        }

        RewriteBound(schema, "exclusiveMinimum", "minimum");
        RewriteBound(schema, "exclusiveMaximum", "maximum");
        RewriteContents(schema);
        RewriteType(schema);
        if (schema.Sequence("enum") is { } values && values.Items.Exists(static item => item is ContractScalar { Kind: ScalarKind.Null }))
        {
            schema.Set("nullable", flag: true);
        }

        if (schema.Mapping("patternProperties") is { Members: [var pattern, ..] }
            && schema.Find("additionalProperties")?.Value is not ContractMapping
            && schema.Find("properties") is null)
        {
            schema.Set("additionalProperties", pattern.Value);
        }

        if (schema.Find("prefixItems") is { } tuple && schema.Find("items")?.Value is not ContractMapping)
        {
            schema.Set("items", Any(tuple.Position));
        }

        if (schema.Find("items")?.Value is ContractScalar flag)
        {
            schema.Set("items", Any(flag.Position));
        }

        foreach (var key in _leftOut)
        {
            schema.Remove(key);
        }
    }

    private static void RewriteBound(ContractMapping schema, string exclusive, string inclusive)
    {
        if (schema.Find(exclusive)?.Value is ContractScalar { Kind: ScalarKind.WholeNumber or ScalarKind.Number } bound)
        {
            schema.Set(inclusive, bound);
            schema.Set(exclusive, flag: true);
        }
    }

    private static void RewriteContents(ContractMapping schema)
    {
        if (schema.Find("format") is not null || (schema.Find("contentEncoding") is null && schema.Find("contentMediaType") is null))
        {
            return;
        }

        if (schema.Text("contentEncoding") is "base64" or "base64url")
        {
            schema.Set("format", schema.Text("contentEncoding") == "base64" ? "byte" : "base64url");
        }
        else if (schema.Text("contentMediaType") == "application/octet-stream")
        {
            schema.Set("format", "binary");
        }
    }

    private static void RewriteType(ContractMapping schema)
    {
        var types = schema.Sequence("type")?.Scalars.Select(static type => type.Text).Distinct().ToList();
        if (types is null)
        {
            if (schema.Text("type") == "null" || schema.Find("type")?.Value is ContractScalar { Kind: ScalarKind.Null })
            {
                OnlyNull(schema);
            }

            return;
        }

        if (types.Remove("null"))
        {
            schema.Set("nullable", flag: true);
        }

        schema.Remove("type");
        if (types is [var only])
        {
            schema.Set("type", only);
        }
        else if (types.Count > 1 && schema.Find("anyOf") is null && schema.Find("oneOf") is null)
        {
            schema.Set("anyOf", new ContractSequence(schema.Position, types.Select(type => OneType(schema, type))));
            schema.Remove("items");
            schema.Remove("properties");
            schema.Remove("format");
        }
        else if (types.Count == 0)
        {
            OnlyNull(schema);
        }
    }

    private static void OnlyNull(ContractMapping schema)
    {
        schema.Remove("type");
        schema.Set("nullable", flag: true);
        schema.Set("enum", new ContractSequence(schema.Position, new ContractScalar(schema.Position, "null", isPlain: true)));
    }

    /// <summary>A schema for one of several types, with the members that apply to that type.</summary>
    private static ContractMapping OneType(ContractMapping schema, string type)
    {
        var result = new ContractMapping(schema.Position);
        result.Set("type", type);
        string[] own = type switch
        {
            "array" => ["items"],
            "object" => ["properties", "additionalProperties", "required"],
            "string" => ["format"],
            _ => [],
        };
        foreach (var member in own.Select(schema.Find).OfType<ContractMember>())
        {
            result.Add(member);
        }

        return result;
    }

    private static ContractMapping Any(Position position) => new(position);
}
