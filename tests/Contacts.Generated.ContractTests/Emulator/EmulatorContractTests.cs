using System.Text;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>Operations that stand in the contract and have no behaviour in the emulator.</summary>
public class EmulatorContractTests
{
    [Fact]
    public async Task An_operation_without_behaviour_gets_the_example_of_its_lowest_success_with_the_headers()
    {
        await using var emulator = Start("""
            "/contacts/{contactId}/labels": { "post": { "operationId": "addLabel", "responses": {
              "400": { "content": { "application/json": { "example": { "wrong": true } } } },
              "202": { "description": "later" },
              "201": {
                "headers": {
                  "x-request-id": { "example": "other" },
                  "X-Count": { "schema": { "type": "integer", "minimum": 3 } },
                  "Location": { "examples": { "one": { "value": "/labels/1" } } } },
                "content": {
                  "text/plain": { "example": "no" },
                  "application/json": { "examples": { "one": { "$ref": "#/components/examples/Label" } } } } } } } }
            """);
        using var http = new EmulatorHttp(emulator);

        using var response = await http.SendAsync("POST", "/contacts/con_1/labels", EmulatorHttp.Json("{}"), ("x-request-id", "mine"));

        ((int)response.StatusCode).Should().Be(201);
        (await response.Content.ReadAsStringAsync()).Should().Be("""{"name":"Friend"}""");
        response.Headers.GetValues("X-Count").Should().Equal("3");
        response.Headers.Location.Should().Be(new Uri("/labels/1", UriKind.Relative));
        response.Headers.GetValues("x-request-id").Should().Equal("mine");
        emulator.Requests.Should().ContainSingle().Which.Operation.Should().Be("addLabel");
        emulator.Server.LogEntries.Should().ContainSingle().Which.MappingTitle.Should().Be("addLabel");
    }

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "boolean" }, "b": { "type": "array", "items": { "enum": ["x"] } } } }""",
        """{"a":true,"b":["x"]}""")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Named" }, { "properties": { "age": { "type": "integer" } } }] }""",
        """{"name":"text","age":1}""")]
    [InlineData("""
        { "oneOf": [{ "$ref": "#/components/schemas/Named" }],
          "discriminator": { "propertyName": "kind", "mapping": { "named": "#/components/schemas/Named" } } }
        """, """{"name":"text","kind":"named"}""")]
    [InlineData("""{ "type": "string", "format": "uuid" }""", "\"00000000-0000-4000-8000-000000000001\"")]
    [InlineData("""{ "type": "string", "minLength": 6 }""", "\"textxx\"")]
    [InlineData("""{ "type": "number", "minimum": 2, "exclusiveMinimum": true }""", "3")]
    [InlineData("""{ "type": "number", "maximum": -2 }""", "-2")]
    [InlineData("""{ "type": "integer", "default": 7 }""", "7")]
    public async Task Without_an_example_a_value_is_made_of_the_schema(string schema, string expected)
    {
        await using var emulator = Start($$"""
            "/made": { "get": { "operationId": "made", "responses": { "2XX": { "content": { "application/json": { "schema": {{schema}} } } } } } }
            """);
        using var http = new EmulatorHttp(emulator);

        (await http.GetAsync("/made")).GetRawText().Should().Be(expected);
    }

    [Fact]
    public async Task A_schema_that_holds_itself_comes_to_an_end()
    {
        await using var emulator = Start("""
            "/tree": { "get": { "operationId": "tree", "responses": {
              "default": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Tree" } } } } } } }
            """);
        using var http = new EmulatorHttp(emulator);

        (await http.GetAsync("/tree")).GetProperty("left").GetProperty("right").GetProperty("name").GetString().Should().Be("text");
    }

    [Fact]
    public async Task The_most_precise_path_answers_also_with_text_beside_its_placeholders()
    {
        await using var emulator = Start("""
            "/things/{id}": { "get": { "operationId": "any", "responses": { "204": {} } } },
            "/things/{id}.csv": { "get": { "operationId": "csv", "responses": { "200": { "content": { "text/csv": { "example": "id\n1\n" } } } } } },
            "/things/_all": { "get": { "operationId": "all", "responses": {} } },
            "/things/{id}/{part}": { "get": { "operationId": "part", "responses": { "204": {} } } },
            "/things/{id}/owner": { "get": { "operationId": "owner", "responses": { "204": {} } } },
            "/elsewhere": { "get": { "operationId": "elsewhere", "x-csharp": { "path": "/other/v2/elsewhere" }, "responses": { "204": {} } } }
            """);
        using var http = new EmulatorHttp(emulator);
        foreach (var path in new[] { "/things/_all", "/things/1", "/things/1.csv", "/things/1/owner", "/things/1/size", "/things/1/" })
        {
            using var response = await http.SendAsync("GET", path);
        }

        using var other = await http.SendToAsync("GET", "/other/v2/elsewhere");

        ((int)other.StatusCode).Should().Be(204);
        emulator.Requests.Select(request => request.Operation).Should().Equal("all", "any", "csv", "owner", "part", "", "elsewhere");
    }

    [Fact]
    public async Task An_operation_without_behaviour_needs_a_credential_and_can_fail()
    {
        await using var emulator = Start("""
            "/labels": { "get": { "operationId": "labels", "responses": { "200": { "content": { "application/json": { "example": [] } } } } } }
            """);
        using var anonymous = new EmulatorHttp(emulator, withKey: false);
        using var http = new EmulatorHttp(emulator);

        using var refused = await anonymous.SendAsync("GET", "/labels");
        emulator.FailNext("labels", EmulatorFault.Status(503));
        using var failed = await http.SendAsync("GET", "/labels");
        using var answered = await http.SendAsync("GET", "/labels");

        new[] { refused, failed, answered }.Select(response => (int)response.StatusCode).Should().Equal(401, 503, 200);
    }

    private static ContactsEmulator Start(string paths)
    {
        var json = $$"""
            { "x-base-path": "channel-service/v1", "paths": { {{paths}} }, "components": {
              "examples": { "Label": { "value": { "name": "Friend" } } },
              "schemas": {
                "Named": { "type": "object", "properties": { "name": { "type": "string" } } },
                "Tree": { "type": "object", "required": ["left"], "properties": {
                  "name": { "type": "string" }, "left": { "$ref": "#/components/schemas/Tree" }, "right": { "$ref": "#/components/schemas/Tree" } } } } } }
            """;
        return ContactsEmulator.Start(
            options => options.Contract = EmulatedContract.Parse(new MemoryStream(Encoding.UTF8.GetBytes(json))));
    }
}
