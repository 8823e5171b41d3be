namespace Contacts.ContractTool;

/// <summary>Chooses the media type that a method sends, and writes the statements that create the body.</summary>
internal sealed class BodyNormalizer(Contract contract, SchemaRegistry schemas, Findings findings)
{
    /// <summary>The request body in the normalized document; null if there is none.</summary>
    public ContractMapping? Normalize(Operation operation, string operationName, OperationCode code)
    {
        if (operation.RequestBody is not { } body || body.MembersOf("content").Count == 0)
        {
            return null;
        }

        var choice = MediaChoice.Of(
            body.MembersOf("content"), contract, [MediaKind.Json, MediaKind.Multipart, MediaKind.Form, MediaKind.Text, MediaKind.Binary]);
        if (choice.Chosen is not { } media)
        {
            findings.Add(OperationFindings.Refused, new Problem(
                body.PositionOf("content"),
                $"the body of {operation} has only media types that no method can send ({MediaChoice.Names(choice.LeftOut)}): add one such "
                + "as application/json."));
            return null;
        }

        if (choice.LeftOut.Count > 0)
        {
            findings.Add(OperationFindings.LeftOut, new Problem(
                body.PositionOf("content"),
                $"the body of {operation} is sent as {media.Key}; {MediaChoice.Names(choice.LeftOut)} is left out."));
        }

        var mediaNode = media.Value as ContractMapping ?? new ContractMapping(media.Position);
        var sent = new SentBody(operation, operationName, body, media.Key, mediaNode, code);
        var schema = choice.Kind switch
        {
            MediaKind.Json => Json(sent),
            MediaKind.Multipart => Multipart(sent),
            MediaKind.Form => Form(sent),
            MediaKind.Text => Text(sent),
            _ => Binary(sent),
        };

        var result = body.Clone();
        var content = new ContractMapping(body.Position);
        var node = mediaNode.Clone();
        node.Set("schema", schema);
        content.Add(media with { Value = node });
        result.Set("content", content);
        return result;
    }

    private ContractMapping Json(SentBody sent)
    {
        var use = Use(sent);
        var type = use.Type;
        var isRequired = sent.IsRequired;
        var mediaType = sent.MediaType == "application/json" ? "" : $", mediaType: {CSharpText.Literal(sent.MediaType)}";
        if (type.Kind is not (TypeKind.Any or TypeKind.Object))
        {
            schemas.Serializable.Add(type.Name);
        }

        if (sent.Body.Flag("x-csharp-single") || use.Node.Flag("x-csharp-single"))
        {
            var single = sent.Add("string");
            sent.Code.Statements.Add($"request.SetSingleItemBody({single}, nameof({single}));");
        }
        else if (type is { Kind: TypeKind.List, Item: { } item } && item.Kind != TypeKind.Any)
        {
            var list = sent.Add($"IEnumerable<{item.Name}>");
            var minimum = use.Node.Text("minItems") is { } least ? $", minimumItems: {least}" : "";
            var blank = item.Kind == TypeKind.Text && (use.Node.Mapping("items")?.Text("minLength") ?? "0") == "0"
                ? ", allowsBlank: true"
                : "";
            sent.Code.Statements.Add(
                $"request.Set{(isRequired ? "" : "Optional")}ListBody({list}, nameof({list}){minimum}{blank}{mediaType});");
        }
        else if (type.Kind is TypeKind.Any or TypeKind.Object or TypeKind.List)
        {
            var any = sent.Add(type.Kind == TypeKind.Any ? "object?" : type.Name);
            var allowsNull = isRequired && (use.IsNullable || type.Kind == TypeKind.Any);
            sent.Code.Statements.Add(
                $"request.SetAnyBody({any}, nameof({any}), isOptional: {CSharpText.Flag(!isRequired)}, "
                + $"allowsNull: {CSharpText.Flag(allowsNull)}{mediaType});");
        }
        else
        {
            var value = sent.Add(type.Name);
            sent.Code.Statements.Add(isRequired
                ? $"request.SetBody({value}, nameof({value}){mediaType});"
                : $"request.SetOptionalBody({value}, nameof({value}){mediaType});");
        }

        return use.Node;
    }

    private ContractMapping Form(SentBody sent)
    {
        var use = Use(sent);
        var type = use.Type;
        if (type.Kind is not (TypeKind.Any or TypeKind.Object))
        {
            schemas.Serializable.Add(type.Name);
        }

        var fields = from member in sent.Media.MembersOf("encoding")
                     let encoding = member.Value as ContractMapping
                     where encoding is not null
                     let style = encoding.Text("style") ?? "form"
                     let explode = encoding.Find("explode") is null ? style == "form" : encoding.Flag("explode")
                     where encoding.Find("style") is not null || encoding.Find("explode") is not null || encoding.Flag("allowReserved")
                     select $", new FormField({CSharpText.Literal(member.Key)}, ParameterStyle.{OperationText.StyleOf(style, explode)}"
                         + $"{(encoding.Flag("allowReserved") ? ", KeepsReserved: true" : "")})";
        var value = sent.Add(type.Kind == TypeKind.Any ? "object" : type.Name);
        sent.Code.Statements.Add(
            $"request.SetForm({value}, nameof({value}), isOptional: {CSharpText.Flag(!sent.IsRequired)}{string.Concat(fields)});");
        return use.Node;
    }

    private static ContractMapping Text(SentBody sent)
    {
        var value = sent.Add("string");
        sent.Code.Statements.Add(
            $"request.SetText({value}, nameof({value}), isOptional: {CSharpText.Flag(!sent.IsRequired)}, "
            + $"{CSharpText.Literal(sent.MediaType)});");
        return Scalar(sent, format: null);
    }

    private static ContractMapping Binary(SentBody sent)
    {
        var value = sent.Add("UploadContent");
        var isOpen = sent.MediaType.Contains('*') || sent.MediaType == "application/octet-stream";
        var mediaType = isOpen ? "" : $", {CSharpText.Literal(sent.MediaType)}";
        sent.Code.SendsFiles = true;
        sent.Code.Statements.Add(
            $"request.SetContent({value}, nameof({value}), progress, isOptional: {CSharpText.Flag(!sent.IsRequired)}{mediaType});");
        return Scalar(sent, "binary");
    }

    /// <summary>Each part of a multipart form is an argument or, if it is not required, a member of the options.</summary>
    private ContractMapping Multipart(SentBody sent)
    {
        var schema = schemas.Simple(sent.Media.Mapping("schema") ?? new ContractMapping(sent.Media.Position));
        var required = schema.ScalarsOf("required").Select(static one => one.Text).ToHashSet(StringComparer.Ordinal);
        var parts = schema.MembersOf("properties").Where(static part => (part.Value as ContractMapping)?.Flag("readOnly") != true).ToList();
        if (parts.Count == 0)
        {
            findings.Add(OperationFindings.Refused, new Problem(
                sent.Media.Position,
                $"the body of {sent.Operation} is a multipart form without a described part: add its parts under 'properties'."));
        }

        var result = new ContractMapping(schema.Position);
        result.Set("type", "object");
        var properties = new ContractMapping(schema.Position);
        var names = sent.NamesOf(parts);
        foreach (var (part, name) in parts.Zip(names))
        {
            if (name is not null)
            {
                properties.Add(part with { Value = Part(sent, part, name, required.Contains(part.Key) && sent.IsRequired) });
            }
        }

        result.Set("properties", properties);
        if (schema.Find("required") is { } list)
        {
            result.Add(list);
        }

        return result;
    }

    private ContractMapping Part(SentBody sent, ContractMember part, string name, bool isRequired)
    {
        var simple = schemas.Simple(part.Value as ContractMapping ?? new ContractMapping(part.Position));
        var isMany = SchemaKinds.TypeOf(simple) == "array";
        var isFile = IsBinary(isMany ? schemas.Simple(simple.Mapping("items") ?? new ContractMapping(simple.Position)) : simple);
        var encoding = sent.Media.Mapping("encoding")?.Mapping(part.Key);
        var mediaType = encoding?.Text("contentType") is { } given && !given.Contains('*') && !given.Contains(',') ? given : null;
        var wire = CSharpText.Literal(part.Key);
        var words = CSharpText.Words(simple.Text("description") ?? (part.Value as ContractMapping)?.Text("description"));
        var description = words.Length > 0 ? words : $"The {Identifiers.Words(name)}.";
        var isOptional = $"isOptional: {CSharpText.Flag(!isRequired)}";
        if (isFile)
        {
            var file = SentValue.Add(sent.Code, name, isMany ? "IEnumerable<UploadContent>" : "UploadContent", description, isRequired);
            sent.Code.SendsFiles = true;
            sent.Code.Statements.Add(!isMany && isRequired && mediaType is null
                ? $"request.SetFile({wire}, {file.Code}, {file.OneName}, progress);"
                : $"request.AddFile{(isMany ? "s" : "")}({wire}, {file.Code}, {file.OneName}, progress, {isOptional}, mediaType: "
                    + $"{(mediaType is null ? "null" : CSharpText.Literal(mediaType))});");
            var node = simple.Clone();
            if (isMany)
            {
                node.Set("items", Scalar(sent, "binary"));
            }

            return node;
        }

        var use = schemas.Use(part.Value, sent.OperationName + name);
        var isList = ParameterNormalizer.IsListOfScalars(use.Type);
        var type = isList ? $"IEnumerable<{use.Type.Item!.Name}>" : use.Type.Kind == TypeKind.Any ? "object" : use.Type.Name;
        var value = SentValue.Add(sent.Code, name, type, description, isRequired);
        var styled = ParameterNormalizer.StyledValue(use.Type, value.Code);
        if (styled.Contains(".Of(", StringComparison.Ordinal) && use.Type.Kind is not (TypeKind.Any or TypeKind.Object))
        {
            schemas.Serializable.Add(use.Type.Name);
        }

        sent.Code.Statements.Add(
            $"request.AddPart({wire}, {styled}, {value.OneName}, {isOptional}"
            + $"{(mediaType is null ? "" : ", " + CSharpText.Literal(mediaType))});");
        return use.Node;
    }

    private SchemaUse Use(SentBody sent)
    {
        var schema = sent.Media.Find("schema")?.Value;
        return schemas.Use(schema, sent.OperationName + "Request");
    }

    private static bool IsBinary(ContractMapping schema) =>
        schema.Text("format") is "binary" || (SchemaKinds.TypeOf(schema) == "string" && schema.Text("format") is "file")
        || schema.Text("type") == "file";

    private static ContractMapping Scalar(SentBody sent, string? format)
    {
        var node = new ContractMapping(sent.Media.Position);
        node.Set("type", "string");
        if (format is not null)
        {
            node.Set("format", format);
        }

        if (sent.Media.Mapping("schema")?.Find("description") is { } description)
        {
            node.Add(description);
        }

        return node;
    }

    /// <summary>A body, and the method that sends it.</summary>
    private sealed record SentBody(
        Operation Operation, string OperationName, ContractMapping Body, string MediaType, ContractMapping Media, OperationCode Code)
    {
        public bool IsRequired => Body.Flag("required");

        /// <summary>Adds the body to the method. If it is not required, it is null by default.</summary>
        /// <returns>Its name in C#.</returns>
        public string Add(string type)
        {
            var given = Body.Text("x-name") ?? Body.Text("x-bodyName") ?? Body.Text("x-codegen-request-body-name");
            var pascal = given is null ? "Body" : Identifiers.Pascal(given);
            while (CSharpNaming.OfMethods.Contains(pascal)
                || Code.Required.Exists(one => one.Name == Identifiers.Camel(pascal)))
            {
                pascal += "Body";
            }

            var name = Identifiers.Camel(pascal);
            var words = CSharpText.Words(Body.Text("description"));
            var description = words.Length > 0 ? words : "What to send.";
            if (IsRequired)
            {
                Code.Required.Add(new(name, type, description));
            }
            else
            {
                Code.Optional.Add(new(name, type.EndsWith('?') ? type : type + "?", description + " Null sends none."));
            }

            return name;
        }

        public string?[] NamesOf(List<ContractMember> parts)
        {
            var taken = Code.Required.Select(static one => Identifiers.Pascal(one.Name.TrimStart('@')))
                .Concat(Code.Members.Select(static one => one.Name))
                .Concat([.. CSharpNaming.OfMethods, .. CSharpNaming.MembersOfObject])
                .ToHashSet(StringComparer.Ordinal);
            return Identifiers.Assign(
                [.. parts.Select(static part => new WireName(
                    part.Key,
                    (part.Value as ContractMapping)?.Text(CSharpNaming.Extension) is { } given ? Identifiers.Pascal(given) : null))],
                taken.Contains,
                "Part");
        }
    }
}
