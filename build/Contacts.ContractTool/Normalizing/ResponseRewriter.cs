namespace Contacts.ContractTool;

/// <summary>A successful response, and the value that it returns, if any.</summary>
internal sealed record ReturnedValue(OperationResponse Response, ContractMember? Media, MediaKind? Kind, SchemaUse? Use, string Type)
{
    public ContractMapping? Schema => (Media?.Value as ContractMapping)?.Mapping("schema");
}

/// <summary>Writes responses for the normalized document.</summary>
internal sealed class ResponseRewriter(Contract contract, SchemaRegistry schemas)
{
    /// <summary>The response without the parts that are left out.</summary>
    /// <remarks>The body of an error does not become a type, since it is kept as it was received, whatever its form.</remarks>
    public ContractMapping Rewrite(ContractMapping response, ReturnedValue? value, bool isSuccess)
    {
        var result = response.Clone();
        result.Remove("links");
        foreach (var header in result.MembersOf("headers"))
        {
            if (contract.Resolve(header.Value as ContractMapping) is { } resolved)
            {
                var node = resolved.Clone();
                node.Set("schema", Plain(resolved.Mapping("schema")));
                result.Mapping("headers")!.Set(header.Key, node);
            }
        }

        var content = new ContractMapping(response.Position);
        foreach (var media in response.MembersOf("content").Where(static one => one.Value is ContractMapping))
        {
            if (isSuccess && (value?.Media is null || media.Position != value.Media.Position))
            {
                continue;
            }

            var node = ((ContractMapping)media.Value).Clone();
            node.Set("schema", isSuccess ? value!.Use?.Node ?? Plain(node.Mapping("schema")) : Plain(node.Mapping("schema")));
            content.Add(new ContractMember(isSuccess ? value!.Media!.Key : media.Key, media.Position, node));
        }

        if (content.Members.Count > 0)
        {
            result.Set("content", content);
        }
        else
        {
            result.Remove("content");
        }

        return result;
    }

    private ContractMapping Plain(ContractMapping? schema)
    {
        if (schema is not null && SchemaSimplifier.ReferenceOf(schema) is not null)
        {
            return schemas.Use(schema, "").Node;
        }

        var plain = new ContractMapping(schema?.Position ?? Position.Start);
        foreach (var member in schema?.Members ?? [])
        {
            if (member.Value is ContractScalar && member.Key is "type" or "format" or "description" or "minLength" or "maxLength"
                && member.Text is not ("array" or "object"))
            {
                plain.Add(member);
            }
        }

        return plain;
    }
}
