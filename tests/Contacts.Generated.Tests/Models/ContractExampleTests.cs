using System.Text.Json.Nodes;

namespace Contacts.Generated.Tests;

/// <summary>An example of the contract that is read and written again is the same example, whichever library does which.</summary>
public class ContractExampleTests
{
    /// <summary>Schemas that only wrap what an operation returns, and the member that has it.</summary>
    private static readonly Dictionary<string, string> _wrappers = new()
    {
        ["ContactEnvelope"] = "data",
        ["CommentEnvelope"] = "data",
        ["ConversationList"] = "data",
        ["CommentList"] = "items",
        ["ActivityList"] = "items",
    };

    public static TheoryData<string, string, Engine, Engine> Answers => Rows(isRequest: false);

    public static TheoryData<string, string, Engine, Engine> Inputs => Rows(isRequest: true);

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_comes_back_equal(string operation, string name, Engine reader, Engine writer)
    {
        var example = Find(operation, name, isRequest: false);

        var value = await OperationCalls.All[operation](FakeGateway.Answering(example.Json).Client(reader));

        writer.WriteAnswer(value).ShouldBeJson(Unwrapped(example), example.ToString());
    }

    [Fact]
    public void An_example_is_read_at_full_speed()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            foreach (var example in Contract.Examples.Where(
                example => example is { IsRequest: false, Schema: "ContactPage" or "NotificationPage" }))
            {
                engine.Invoking(reader => reader.ReadStrictly<ContactPage>(example.Json))
                    .Should().NotThrow("{0} holds nothing that would have to be read twice", example);
                engine.Invoking(reader => reader.ReadStrictly<NotificationPage>(example.Json)).Should().NotThrow();
            }

            engine.Invoking(reader => reader.ReadStrictly<IReadOnlyList<Conversation>>("""[{"users":[{"id":"u_1","teams":[]}],"contact":{"labels":["a"]},"conversation":{"is_joined":true,"timestamp":""}}]""")).Should().NotThrow();
        }
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void An_input_comes_back_equal_with_its_nulls(string operation, string name, Engine reader, Engine writer)
    {
        var example = Find(operation, name, isRequest: true);

        var written = example.Schema switch
        {
            "UpdateContactInput" => writer.Write(reader.Read<UpdateContactInput>(example.Json)),
            "CreateContactInput" => writer.Write(reader.Read<CreateContactInput>(example.Json)),
            "CreateCommentInput" => writer.Write(reader.Read<CreateCommentInput>(example.Json)),
            _ => throw new NotSupportedException($"The contract has the input {example.Schema}; say here which class it becomes."),
        };

        written.ShouldBeJson(example.Json, example.ToString());
    }

    [Fact]
    public void Every_declared_field_of_an_example_has_a_property()
    {
        foreach (var example in Contract.Examples.Where(
            example => example is { IsRequest: false, Schema: "ContactPage" or "NotificationPage" }))
        {
            var page = Engine.SystemTextJson.Read<NotificationPage>(example.Json);
            page.AdditionalProperties.Keys.Should().BeSubsetOf(["object_name", "nested"], "{0}", example);
            Engine.SystemTextJson.Read<ContactPage>(example.Json)
                .AdditionalProperties.Keys.Should().BeSubsetOf(["unread_count"], "{0}", example);
        }
    }

    [Fact]
    public void Every_operation_with_a_json_answer_has_examples() =>
        Contract.Examples.Where(example => !example.IsRequest).Select(example => example.Operation).Distinct()
            .Should().BeEquivalentTo(OperationCalls.All.Keys.Except([ContactsOperations.ExportCsv]));

    private static TheoryData<string, string, Engine, Engine> Rows(bool isRequest)
    {
        var rows = new TheoryData<string, string, Engine, Engine>();
        foreach (var example in Contract.Examples.Where(
            example => example.IsRequest == isRequest && (!isRequest || example.Schema is not null)))
        {
            foreach (var reader in Enum.GetValues<Engine>())
            {
                foreach (var writer in Enum.GetValues<Engine>())
                {
                    rows.Add(example.Operation, example.Name, reader, writer);
                }
            }
        }

        return rows;
    }

    private static ContractExample Find(string operation, string name, bool isRequest) =>
        Contract.Examples.Single(example => example.Operation == operation && example.Name == name && example.IsRequest == isRequest);

    private static string Unwrapped(ContractExample example) =>
        example.Schema is { } schema && _wrappers.TryGetValue(schema, out var member)
            ? JsonNode.Parse(example.Json)![member]!.ToJsonString()
            : example.Json;
}
