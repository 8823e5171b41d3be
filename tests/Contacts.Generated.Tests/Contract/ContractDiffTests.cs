using Contacts.ContractTool;

namespace Contacts.Generated.Tests;

/// <summary>What is said of a change of the contract: for the API, for C#, and for the version.</summary>
public sealed class ContractDiffTests
{
    [Theory]
    [InlineData("description: The thing's id.", "description: The id of the thing.",
        ChangeKind.Text, "the description of the path parameter thingId of getThing says something else", null)]
    [InlineData("description: The thing's id.", "description: The thing's id.\n          x-provenance: Seen once.",
        ChangeKind.Text, "the x-provenance of the path parameter thingId of getThing says something else", null)]
    [InlineData("operationId: addThing", "operationId: addThing\n      x-csharp-remarks: Use it once.",
        ChangeKind.Text, "the x-csharp-remarks of addThing says something else", null)]
    [InlineData("operationId: addThing", "operationId: putThing",
        ChangeKind.Breaking, "the operation addThing (POST /things) is gone", "ContactsClient.AddThingAsync is gone")]
    [InlineData("operationId: addThing", "operationId: putThing",
        ChangeKind.Addition, "the operation putThing (POST /things) is new",
        "ContactsClient.PutThingAsync is new: Task<Thing> PutThingAsync(Thing input)")]
    [InlineData("- name: page_size\n", "- name: page_length\n",
        ChangeKind.Breaking, "the query parameter page_size of getThing is gone", "ContactsGetThingOptions.PageSize is gone")]
    [InlineData("- name: page_size\n", "- name: page_length\n",
        ChangeKind.Addition, "the query parameter page_length of getThing is new and optional",
        "ContactsGetThingOptions.PageLength is new")]
    [InlineData("schema: { type: integer, format: int32 }", "schema: { type: integer, format: int64 }",
        ChangeKind.Breaking, "the query parameter page_size of getThing is integer (int64) and was integer (int32)",
        "ContactsGetThingOptions.PageSize has another type")]
    [InlineData("schema: { type: integer, format: int32 }", "schema: { type: integer, format: int32, maximum: 9 }",
        ChangeKind.Breaking, "the query parameter page_size of getThing has the maximum 9", null)]
    [InlineData("style: form", "style: form\n          deprecated: true",
        ChangeKind.Addition, "the query parameter page_size of getThing is deprecated", null)]
    [InlineData("  style: form", "  style: form\n          required: true",
        ChangeKind.Breaking, "the query parameter page_size of getThing is required now", null)]
    [InlineData("    post:\n", "    put:\n", ChangeKind.Breaking, "addThing is PUT /things and was POST /things", null)]
    [InlineData("        required: true\n        x-name: input\n", "        x-name: input\n",
        ChangeKind.Breaking, "the body of addThing is optional now", null)]
    [InlineData("        x-name: input\n", "        x-name: thing\n",
        ChangeKind.Breaking, "addThing takes or gives something else",
        "ContactsClient.AddThingAsync was Task<Thing> AddThingAsync(Thing input) and is Task<Thing> AddThingAsync(Thing thing)")]
    [InlineData("'204':", "'202':", ChangeKind.Breaking, "addThing no longer answers 204", null)]
    [InlineData("'204':", "'202':", ChangeKind.Addition, "addThing may answer 202", null)]
    [InlineData("4XX:", "5XX:", ChangeKind.Addition, "getThing no longer answers 4XX", null)]
    [InlineData("x-request-id:", "x-call-id:",
        ChangeKind.Breaking, "the answer 200 of getThing no longer has the header x-request-id", null)]
    [InlineData("schema: { $ref: '#/components/schemas/Thing' }\n              examples",
        "schema: { type: array, items: { $ref: '#/components/schemas/Thing' } }\n              examples",
        ChangeKind.Breaking, "the answer 200 of getThing is array of Thing and was Thing", null)]
    [InlineData("        x-weight:", "        x-height:",
        ChangeKind.Breaking, "the field x-weight of Thing is gone", "Thing.XWeight is gone")]
    [InlineData("        x-weight:", "        x-height:",
        ChangeKind.Addition, "the field x-height of Thing is new and optional", "Thing.XHeight is new: double?")]
    [InlineData("format: double", "format: float",
        ChangeKind.Breaking, "the field x-weight of Thing is number (float) and was number (double)",
        "Thing.XWeight is float? and was double?")]
    [InlineData("required: [id]", "required: [id, x-weight]",
        ChangeKind.Breaking, "the field x-weight of Thing is required and was optional", "Thing.XWeight is double and was double?")]
    [InlineData("required: [id]", "required: []",
        ChangeKind.Breaking, "the field id of Thing is optional and was required", "Thing.Id is string? and was string")]
    [InlineData("enum: [big, small]", "enum: [big, tiny]", ChangeKind.Breaking, "Kind has the value small no longer", "Kind.Small is gone")]
    [InlineData("enum: [big, small]", "enum: [big, tiny]", ChangeKind.Addition, "Kind has the value tiny", "Kind.Small is new")]
    [InlineData("x-enumNames: [Big, Small]", "x-enumNames: [Big, Little]",
        ChangeKind.Breaking, "the value small of Kind has another name in C#", "Kind.Small is Little now")]
    [InlineData("    Kind:\n", "    Sort:\n", ChangeKind.Breaking, "the schema Kind is gone", "the type Kind is gone")]
    [InlineData("    Kind:\n", "    Sort:\n", ChangeKind.Addition, "the schema Sort is new", "the type Sort is new")]
    [InlineData("servers:\n", "x-base-path: v2\nservers:\n", ChangeKind.Breaking, "the service has another path below its gateway", null)]
    [InlineData("title: Things", "title: Other things", ChangeKind.Text, "the title of the document says something else", null)]
    public void A_change_is_told_for_the_API_and_for_CSharp(string before, string after, ChangeKind kind, string api, string? csharp) =>
        Compare(before, after).Changes.Should().ContainEquivalentOf(new Change(kind, api, csharp));

    [Fact]
    public void The_first_optional_parameter_breaks_and_a_further_one_does_not()
    {
        const string place = "      summary: Adds a thing.\n";
        const string dry = "        - { name: dry, in: query, description: Whether to try only., schema: { type: boolean } }\n";
        const string fast = "        - { name: fast, in: query, description: Whether to hurry., schema: { type: boolean } }\n";
        var none = GoodContract.Text.ReplaceLineEndings("\n");
        var one = none.Replace(place, place + "      parameters:\n" + dry, StringComparison.Ordinal);
        var two = none.Replace(place, place + "      parameters:\n" + dry + fast, StringComparison.Ordinal);

        Diff(none, one).Largest.Should().Be(ChangeKind.Breaking);
        Diff(one, two).Changes.Should().ContainSingle().Which.Should().Be(new Change(
            ChangeKind.Addition, "the query parameter fast of addThing is new and optional", "ContactsAddThingOptions.Fast is new"));
    }

    [Theory]
    [InlineData("", ChangeKind.Breaking)]
    [InlineData("\n          x-aliases: [x-weight]", ChangeKind.Addition)]
    public void A_field_that_keeps_its_place_in_CSharp_and_reads_its_old_name_breaks_no_reader(string aliases, ChangeKind kind)
    {
        // Only what is not sent: a service that knows the new name alone would ignore the old one.
        var before = GoodContract.Text.ReplaceLineEndings("\n")
            .Replace(
                "schema: { $ref: '#/components/schemas/Thing' }\n            example: { id: t-1 }",
                "schema: { type: string }\n            example: t-1",
                StringComparison.Ordinal);
        var after = before.Replace(
            "        x-weight:\n", $"        weight:\n          x-csharp-name: XWeight{aliases}\n", StringComparison.Ordinal);

        var diff = Diff(before, after);

        diff.Largest.Should().Be(kind);
        diff.Changes.Should().OnlyContain(change => change.CSharp == null);
    }

    [Fact]
    public void Equal_contracts_differ_in_nothing() =>
        Compare("openapi", "openapi").Changes.Should().BeEmpty();

    [Theory]
    [InlineData("1.2.3", ChangeKind.Breaking, "2.0.0")]
    [InlineData("1.2.3", ChangeKind.Addition, "1.3.0")]
    [InlineData("1.2.3", ChangeKind.Text, "1.2.4")]
    [InlineData("0.2.3", ChangeKind.Breaking, "0.3.0")]
    [InlineData("0.2.3", ChangeKind.Addition, "0.2.4")]
    public void SemVer_asks_for_a_version(string before, ChangeKind change, string required) =>
        SemanticVersion.Parse(before)!.Next(change).ToString().Should().Be(required);

    [Theory]
    [InlineData("1.0.0", 1)]
    [InlineData("1.9.0", 1)]
    [InlineData("2.0.0", 0)]
    public void A_version_that_is_too_low_fails(string version, int exitCode)
    {
        var after = GoodContract.Text
            .Replace("operationId: addThing", "operationId: putThing", StringComparison.Ordinal)
            .Replace("version: 1.0.0", "version: " + version, StringComparison.Ordinal);

        var (code, output) = Run(GoodContract.Text, after);

        code.Should().Be(exitCode);
        output.Should().Contain("SemVer asks for 2.0.0").And.Contain("info.version is " + version);
    }

    [Fact]
    public void A_broken_contract_is_not_compared_and_says_why()
    {
        var (code, output) = Run(GoodContract.Text, GoodContract.Text.Replace("type: integer", "type: integr", StringComparison.Ordinal));

        code.Should().Be(1);
        output.Should().Contain("error CTR").And.NotContain("SemVer");
    }

    [Fact]
    public void A_warning_is_told_and_does_not_stop_the_comparison()
    {
        var (code, output) = Run(GoodContract.Text, GoodContract.Text.Replace("          example: no\n", "", StringComparison.Ordinal));

        code.Should().Be(0);
        output.Should().Contain("warning CTR045").And.Contain("Nothing changed.");
    }

    private static ContractDiff Compare(string before, string after)
    {
        var text = GoodContract.Text.ReplaceLineEndings("\n");
        text.Should().Contain(before);
        return Diff(text, text.Replace(before, after, StringComparison.Ordinal));
    }

    private static ContractDiff Diff(string before, string after) =>
        new(new(1, 0, 0), new(1, 0, 0), new ContractComparer(Read(before), Read(after)).Compare());

    private static ContractTool.Contract Read(string text) =>
        new(ContractReader.Read(text, new Findings(GoodContract.Path))!);

    private static (int Code, string Output) Run(string before, string after)
    {
        var folder = Directory.CreateTempSubdirectory("contract-diff");
        try
        {
            var (older, newer) = (Path.Combine(folder.FullName, "older.yaml"), Path.Combine(folder.FullName, "newer.yaml"));
            File.WriteAllText(older, before);
            File.WriteAllText(newer, after);
            using var output = new StringWriter();
            return (CommandLine.Run(["diff", older, newer], output, TextWriter.Null), output.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
