using Contacts.ContractTool;

namespace Contacts.Generated.Tests;

/// <summary>What becomes of operations in the normalized document, from which the templates print C#.</summary>
public sealed class OperationNormalizerTests
{
    private const string Answer = "responses: { '200': { description: A text., content: { text/plain: { schema: { type: string } } } } }";

    [Theory]
    [InlineData("operationId: getThing", "GetThing")]
    [InlineData("operationId: things/get.one", "ThingsGetOne")]
    [InlineData("operationId: get thing async", "GetThing")]
    [InlineData("operationId: größe_holen", "GrößeHolen")]
    [InlineData("operationId: getThing\n      x-csharp-name: fetchOne", "FetchOne")]
    [InlineData("operationId: send", "SendOperation")]
    [InlineData("operationId: equals", "EqualsOperation")]
    [InlineData("deprecated: true", "GetThingsByThingIdParts")]
    public void A_method_is_named_after_the_operation(string line, string name) =>
        Single($"  /things/{{thingId}}/parts:\n    get:\n      {line}\n      {Answer}\n").Text("name").Should().Be(name);

    [Fact]
    public void Operations_of_the_same_id_are_told_apart_by_their_paths_in_whatever_order()
    {
        const string First = "  /a/{id}:\n    get: { operationId: get, " + Answer + " }\n    put: { operationId: get, " + Answer + " }\n";
        const string Second = "  /b:\n    get: { operationId: get, " + Answer + " }\n";

        Names(First + Second).Should().Equal("GetAByIdGet", "GetAByIdPut", "GetB");
        Names(Second + First).Should().Equal("GetB", "GetAByIdGet", "GetAByIdPut");

        static IEnumerable<string?> Names(string paths) => Operations(paths).Select(operation => operation.Text("name"));
    }

    [Theory]
    [InlineData("getProbeThing", "Gets a probe thing.")]
    [InlineData("listThings", "Lists things.")]
    [InlineData("applyDiscount", "Applies a discount.")]
    [InlineData("searchAll", "Searches all.")]
    [InlineData("probe", "Calls GET /probe.")]
    public void A_missing_summary_is_made_up_from_the_name(string id, string summary) =>
        Single($"  /probe:\n    get: {{ operationId: {id}, {Answer} }}\n").Text("summary").Should().Be(summary);

    [Fact]
    public void Parameters_of_the_path_come_first_and_give_way_to_the_operations_own()
    {
        var operation = Single(
            "  /things/{thingId}/{partId}:\n    parameters:\n"
            + "      - { name: thingId, in: path, required: true, schema: { type: string } }\n"
            + "      - { name: limit, in: query, schema: { type: string } }\n    get:\n      operationId: list\n      parameters:\n"
            + $"        - {{ name: limit, in: query, schema: {{ type: integer, minimum: 1 }} }}\n      {Answer}\n");

        Arguments(operation, "arguments").Should().Equal("string partId", "string thingId");
        Arguments(operation, "members").Should().Equal("long? Limit");
        Statements(operation).Should().Contain(
            "request.AddQuery(\"limit\", options?.Limit, nameof(options), nameof(options.Limit), minimum: 1);");
    }

    [Theory]
    [InlineData("query", "id", "string id, string queryId")]
    [InlineData("header", "ID", "string id, string headerID")]
    [InlineData("query", "options", "string id, string optionsValue")]
    [InlineData("query", "request", "string id, string requestValue")]
    [InlineData("query", "class", "string id, string @class")]
    [InlineData("query", "$top", "string id, string top")]
    public void Parameters_are_told_apart_by_their_places(string place, string name, string arguments)
    {
        var operation = Single(
            "  /things/{id}:\n    get:\n      operationId: get\n      parameters:\n"
            + "        - { name: id, in: path, required: true, schema: { type: string } }\n"
            + $"        - {{ name: {name}, in: {place}, required: true, schema: {{ type: string }} }}\n      {Answer}\n");

        string.Join(", ", Arguments(operation, "arguments")).Should().Be(arguments);
    }

    [Theory]
    [InlineData("name: 'filter[name]', in: query, schema: { type: string }", "AddQuery(\"filter%5Bname%5D\", options?.FilterName, ")]
    [InlineData(
        "name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } }",
        "AddQuery(\"ids\", ParameterValue.Items(options?.Ids), nameof(options), nameof(options.Ids), style: ParameterStyle.FormJoined);")]
    [InlineData(
        "name: tags, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string } }",
        "style: ParameterStyle.PipeDelimited);")]
    [InlineData(
        "name: f, in: query, style: deepObject, schema: { type: object, properties: { a: { type: string } } }",
        "AddQuery(\"f\", ParameterValue.Of(options?.F), nameof(options), nameof(options.F), style: ParameterStyle.DeepObject);")]
    [InlineData(
        "name: w, in: query, content: { application/json: { schema: { type: object } } }",
        "AddQuery(\"w\", ParameterValue.Json(options?.W), ")]
    [InlineData("name: u, in: query, allowReserved: true, schema: { type: string }", "keepsReserved: true);")]
    [InlineData(
        "name: X-Ids, in: header, schema: { type: array, items: { type: integer } }",
        "AddHeader(\"X-Ids\", ParameterValue.Items(options?.XIds), ")]
    [InlineData("name: sid, in: cookie, schema: { type: string }", "AddCookie(\"sid\", ParameterValue.Text(options?.Sid), ")]
    public void A_parameter_is_written_in_its_style(string parameter, string statement) =>
        Statements(Single(
            $"  /probe:\n    get:\n      operationId: probe\n      parameters:\n        - {{ {parameter} }}\n      {Answer}\n"))
            .Should().ContainSingle().Which.Should().Contain(statement);

    [Theory]
    [InlineData(
        "required: true, content: { application/json: { schema: { type: integer } } }", "long body", "SetBody(body, nameof(body));")]
    [InlineData("content: { application/json: { schema: { type: boolean } } }", "bool? body", "SetOptionalBody(body, nameof(body));")]
    [InlineData(
        "required: true, content: { application/merge-patch+json: { schema: { type: object } } }", "IDictionary<string, object?> body",
        "SetAnyBody(body, nameof(body), isOptional: false, allowsNull: false, mediaType: \"application/merge-patch+json\");")]
    [InlineData(
        "required: true, content: { application/json: { schema: { type: array, minItems: 2, items: { type: string } } } }",
        "IEnumerable<string> body", "SetListBody(body, nameof(body), minimumItems: 2, allowsBlank: true);")]
    [InlineData(
        "content: { text/plain: { schema: { type: string } } }", "string? body",
        "SetText(body, nameof(body), isOptional: true, \"text/plain\");")]
    [InlineData(
        "required: true, content: { application/octet-stream: {} }", "UploadContent body",
        "SetContent(body, nameof(body), progress, isOptional: false);")]
    [InlineData(
        "required: true, x-name: input, content: { application/x-www-form-urlencoded: { schema: { type: object }, "
        + "encoding: { a: { style: deepObject, explode: true } } } }",
        "IDictionary<string, object?> input",
        "SetForm(input, nameof(input), isOptional: false, new FormField(\"a\", ParameterStyle.DeepObject));")]
    [InlineData(
        "required: true, content: { text/plain: { schema: { type: string } }, application/json: { schema: { type: integer } } }",
        "long body", "SetBody(body, nameof(body));")]
    public void A_body_is_sent_as_its_media_type(string body, string argument, string statement)
    {
        var operation = Single($"  /probe:\n    post:\n      operationId: probe\n      requestBody: {{ {body} }}\n      {Answer}\n");

        Arguments(operation, "arguments").Concat(Arguments(operation, "optional")).Should().Equal(argument);
        Statements(operation).Should().Equal("request." + statement);
    }

    [Fact]
    public void The_parts_of_a_form_are_arguments_and_members()
    {
        var operation = Single(
            "  /probe:\n    post:\n      operationId: probe\n      requestBody:\n        required: true\n        content:\n"
            + "          multipart/form-data:\n"
            + "            schema:\n              type: object\n              required: [file, title]\n              properties:\n"
            + "                file: { type: string, format: binary }\n                title: { type: string }\n"
            + "                more: { type: array, items: { type: string, format: binary } }\n                count: { type: integer }\n"
            + $"      {Answer}\n");

        Arguments(operation, "arguments").Should().Equal("UploadContent file", "string title");
        Arguments(operation, "members").Should().Equal("IEnumerable<UploadContent>? More", "long? Count");
        operation.Flag("progress").Should().BeTrue();
        Statements(operation).Should().HaveCount(4);
    }

    [Theory]
    [InlineData("'204': { description: Done. }", null, "ResponseReader.Nothing()")]
    [InlineData("'404': { description: No. }", null, "ResponseReader.Nothing()")]
    [InlineData(
        "'200': { description: A., content: { application/json: { schema: { type: integer } } } }",
        "long", "ResponseReader.Value<long>(\"application/json\")")]
    [InlineData("2XX: { description: A., content: { application/json: {} } }", "object?", "ResponseReader.Any(\"application/json\")")]
    [InlineData(
        "default: { description: A., content: { text/csv: { schema: { type: string } } } }",
        "string", "ResponseReader.Text(\"text/csv\")")]
    [InlineData(
        "'200': { description: A., content: { application/pdf: {} } }",
        "DownloadContent", "DownloadContent.ResponseReader(\"application/pdf\")")]
    [InlineData(
        "'200': { description: A., content: { application/json: { schema: { type: integer } } } }, '204': { description: None. }",
        "long?", "ResponseReader.OrNullValue(ResponseReader.Value<long>(\"application/json\"), allowsNull: false, 204)")]
    [InlineData(
        "'200': { description: A., content: { application/json: { schema: { type: integer } } } }, "
        + "'201': { description: B., content: { application/json: { schema: { type: integer } } } }",
        "long", "ResponseReader.Value<long>(\"application/json\")")]
    public void A_response_is_read_as_what_it_is(string responses, string? result, string reader)
    {
        var operation = Single($"  /probe:\n    get: {{ operationId: probe, responses: {{ {responses} }} }}\n");

        operation.Text("result").Should().Be(result);
        operation.Text("reader").Should().Be(reader);
    }

    [Fact]
    public void Several_types_are_a_result_with_each()
    {
        var operation = Single(
            "  /probe:\n    get:\n      operationId: probe\n      responses:\n"
            + "        '200': { description: A., content: { application/json: { schema: { type: integer } } } }\n"
            + "        '202': { description: B., content: { application/json: { schema: { type: boolean } } } }\n"
            + "        '204': { description: C. }\n");

        operation.Text("result").Should().Be("ContactsProbeResult");
        Arguments(operation, "cases").Should().Equal("long? Ok", "bool? Accepted");
        operation.Text("reader").Should().ContainAll("Case<ContactsProbeResult, long>(200", "Case<ContactsProbeResult, Nothing>(204");
    }

    [Fact]
    public void An_envelope_is_opened_only_where_the_contract_has_one()
    {
        const string Paths = "  /probe:\n    get:\n      operationId: probe\n      responses:\n"
            + "        '200': { description: A., content: { application/json: { schema: { type: array, items: { type: string } } } } }\n";

        Single(Paths).Text("reader").Should().Be("ResponseReader.Value<IReadOnlyList<string>>(\"application/json\")");
        Single(Paths, "x-envelope: true").Text("reader").Should().Be("ResponseReader.Values<string>()");
    }

    [Theory]
    [InlineData("servers: [{ url: 'https://a.example/v1/' }]", "", "v1", "probe")]
    [InlineData("servers: [{ url: '/v{n}/x', variables: { n: { default: '2' } } }]", "", "v2/x", "probe")]
    [InlineData("servers: [{ url: 'https://a.example/v1' }]", "servers: [{ url: 'https://a.example/v2' }], ", "v1", "/v2/probe")]
    [InlineData("servers: [{ url: 'https://a.example/v1' }]", "servers: [{ url: 'https://a.example' }], ", "v1", "/probe")]
    [InlineData("tags: []", "", "", "probe")]
    public void A_path_is_below_its_server(string servers, string own, string basePath, string path)
    {
        var root = Normalize($"  /probe:\n    get: {{ operationId: probe, {own}{Answer} }}\n", servers);

        root.Text("x-base-path").Should().Be(basePath);
        OperationsOf(root).Single().Text("path").Should().Be(path);
    }

    [Theory]
    [InlineData("", null, "new SecurityPlan { ApiKey = new(SecretPlace.Query, \"k\") }")]
    [InlineData("security: [], ", "SecurityPlan.None", "new SecurityPlan { ApiKey = new(SecretPlace.Query, \"k\") }")]
    [InlineData(
        "security: [{ Login: [] }], ", "new SecurityPlan { Basic = new(SecretPlace.Basic) }",
        "new SecurityPlan { ApiKey = new(SecretPlace.Query, \"k\"), Elsewhere = new SecurityPlan { ApiKey = new(SecretPlace.Query, \"k\"), "
        + "Basic = new(SecretPlace.Basic) } }")]
    public void A_secret_goes_where_the_document_wants_it(string own, string? ofOperation, string ofService)
    {
        var root = Normalize(
            $"  /probe:\n    get: {{ operationId: probe, {own}{Answer} }}\n",
            "security: [{ Key: [] }]\ncomponents:\n  securitySchemes:\n    Key: { type: apiKey, in: query, name: k }\n"
            + "    Login: { type: http, scheme: basic }");

        root.Text("x-csharp-security").Should().Be(ofService);
        OperationsOf(root).Single().Text("security").Should().Be(ofOperation);
    }

    [Fact]
    public void A_skipped_operation_is_left_out() =>
        Operations(
            $"  /probe:\n    get: {{ operationId: probe, x-csharp-skip: true, {Answer} }}\n"
            + $"    put: {{ operationId: other, {Answer} }}\n")
            .Should().ContainSingle().Which.Text("name").Should().Be("Other");

    private static ContractMapping Single(string paths, string more = "tags: []") =>
        OperationsOf(Normalize(paths, more)).Should().ContainSingle().Subject;

    private static IEnumerable<ContractMapping> Operations(string paths) => OperationsOf(Normalize(paths, "tags: []"));

    private static IEnumerable<ContractMapping> OperationsOf(ContractMapping root) =>
        from path in root.MembersOf("paths")
        from operation in ((ContractMapping)path.Value).Members
        let csharp = (operation.Value as ContractMapping)?.Mapping("x-csharp")
        where csharp is not null
        select csharp;

    private static ContractMapping Normalize(string paths, string more)
    {
        using var folder = new TemporaryFolder();
        var output = new StringWriter();
        var file = folder.Write("probe.yaml", $"openapi: 3.0.3\ninfo: {{ title: Probe, version: 1.0.0 }}\n{more}\npaths:\n{paths}");
        folder.Write("ContactsClient.cs", "public partial class ContactsClient\n{\n    public virtual Task SendAsync() => throw;\n}\n");

        var contract = ContractChecker.CheckFile(file, output, warningsAreErrors: false, SdkNames.Read(folder.Root));

        contract.Should().NotBeNull(output.ToString());
        return contract!.Normalized;
    }

    private static IEnumerable<string> Arguments(ContractMapping operation, string key) =>
        (operation.Sequence(key)?.Items ?? []).OfType<ContractMapping>().Select(one => $"{one.Text("declared")} {one.Text("name")}");

    private static IEnumerable<string> Statements(ContractMapping operation) =>
        operation.Sequence("statements")!.Scalars.Select(statement => statement.Text);
}
