namespace Contacts.ContractTool;

/// <summary>Writes the component of an enum: its values with their C# names.</summary>
internal static class EnumWriter
{
    private static readonly string[] _members =
        [.. CSharpNaming.MembersOfObject, "Value", "KnownValues", "ReadFrom", "PrintMembers", "SystemTextJsonConverter",
         "NewtonsoftConverter", "_value"];

    public static ContractMapping Write(ContractMapping schema, string name, SchemaRegistry schemas)
    {
        var given = schema.ScalarsOf("x-enumNames").Concat(schema.ScalarsOf("x-enum-varnames")).Select(static one => one.Text).ToList();
        var texts = schema.ScalarsOf("x-enum-descriptions").Select(static one => one.Text).ToList();
        var values = schema.Sequence("enum")!.Items.OfType<ContractScalar>()
            .Select((value, index) => (value, Name: given.ElementAtOrDefault(index), Text: texts.ElementAtOrDefault(index)))
            .Where(static one => one.value.Kind != ScalarKind.Null)
            .DistinctBy(static one => one.value.Text)
            .ToList();
        var isText = SchemaKinds.TypeOf(schema) == "string";
        var repeated = values.Where(static one => one.Name is not null)
            .GroupBy(static one => one.Name)
            .Where(static same => same.Count() > 1)
            .Select(static same => same.Key)
            .ToHashSet();
        var names = Identifiers.Assign(
            [
                .. values.Select(one => new WireName(
                    isText ? one.value.Text : Number(one.value.Text), repeated.Contains(one.Name) ? null : IdentifierOrNull(one.Name))),
            ],
            taken => taken == name || _members.Contains(taken),
            "Value");

        var result = schema.Clone();
        result.Set("type", isText ? "string" : "integer");
        result.Set(CSharpNaming.Extension, name);
        result.Remove("nullable");

        result.Remove("default");
        result.Remove("x-enum-descriptions");
        ClassWriter.Describe(result, $"{Sentence.Of(name)}.");
        result.Set("enum", new ContractSequence(
            result.Position, values.Select(one => new ContractScalar(one.value.Position, one.value.Text, isPlain: !isText))));
        result.Set("x-enumNames", new ContractSequence(
            result.Position, names.Select(one => new ContractScalar(result.Position, one ?? "", isPlain: false))));
        if (texts.Count > 0)
        {
            result.Set("x-enum-descriptions", new ContractSequence(
                result.Position, values.Select(one => new ContractScalar(result.Position, one.Text ?? "", isPlain: false))));
        }

        foreach (var ((value, _, _), _) in values.Zip(names).Where(static one => one.Second is null))
        {
            schemas.Refuse(new Problem(
                value.Position,
                $"The value '{value.Text}' of '{name}' would have the same C# name as another one: name them in 'x-enumNames'."));
        }

        return result;
    }

    private static string? IdentifierOrNull(string? name) => name is not null && CSharpNaming.IsIdentifier(name) ? name : null;

    private static string Number(string text) => text.StartsWith('-') ? "Minus" + text[1..] : "Value" + text;
}
