using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>Both libraries accept the same documents: JSON, and nothing that is only nearly JSON.</summary>
public class StrictGrammarTests
{
    public static TheoryData<Engine, string> NotJson => Engines.With(
        "",
        "   ",
        "{",
        """{"id":"con_1" """,
        """{"id":"con_1"}}""",
        """{"id":"con_1"} {}""",
        """{"id":"con_1"} x""",
        """{"id":"con_1",}""",
        """{"labels":["a",]}""",
        """{"id":'con_1'}""",
        """{'id':"con_1"}""",
        """{id:"con_1"}""",
        """{"id":"con_1"/* note */}""",
        "{\"id\":\"con_1\"} // note",
        """{"id":con_1}""",
        """{"id":undefined}""",
        """{"id":NaN}""",
        """{"id":Infinity}""",
        """{"id":0x10}""",
        """{"id":01}""",
        """{"id":+1}""",
        """{"id":.5}""",
        """{"id":5.}""",
        """{"id":new Date(1)}""",
        "{\"id\":\"line\nbreak\"}",
        """{"id":"\x41"}""",
        """{"id":"\ud800"}""",
        """{"id":"\udc00x"}""",
        """{"extra":"\ud800"}""",
        """{"extra":["\udc00\ud800"]}""",
        """{"\ud800":1}""",
        "<html></html>",
        "OK");

    public static TheoryData<Engine, string> Odd => Engines.With(
        " \r\n\t{ \"id\" : \"con_1\" } \r\n",
        """{"\u0069d":"con_\u0031"}""",
        """{"id":"con_1","$type":"System.IO.FileInfo, System.Private.CoreLib","$ref":"x"}""",
        """{"id":"con_1","extra":"\ud83d\ude00"}""");

    [Theory]
    [MemberData(nameof(NotJson))]
    public void What_is_not_json_is_refused(Engine engine, string text) =>
        engine.Invoking(reader => reader.Read<Contact>(text)).Should().Throw<JsonReadException>();

    [Theory]
    [MemberData(nameof(Odd))]
    public void What_is_odd_but_json_is_read(Engine engine, string text) => engine.Read<Contact>(text).Id.Should().Be("con_1");

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void The_last_of_two_members_of_a_name_counts(Engine engine)
    {
        var contact = engine.Read<Contact>("""{"id":"con_1","email":"a","id":"con_2","extra":1,"email":"b","extra":{"x":1,"x":2}}""");

        contact.Id.Should().Be("con_2");
        contact.Email.Should().Be("b");
        engine.Write(contact).ShouldBeJson("""{"id":"con_2","email":"b","extra":{"x":2}}""");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_name_counts_as_it_is_spelled(Engine engine)
    {
        var contact = engine.Read<Contact>("""{"id":"con_1","Email":"a","ID":"con_2"}""");

        contact.Id.Should().Be("con_1");
        contact.Email.Should().BeNull();
        contact.AdditionalProperties.Keys.Should().BeEquivalentTo("Email", "ID");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_document_nests_64_deep_and_no_deeper(Engine engine)
    {
        engine.Read<Contact>(Nested(64)).AdditionalProperties.Should().ContainKey("a");
        engine.Read<Contact>(NestedLists(64)).AdditionalProperties.Should().ContainKey("a");
        engine.Invoking(reader => reader.Read<Contact>(Nested(65))).Should().Throw<JsonReadException>();
        engine.Invoking(reader => reader.Read<Contact>(NestedLists(65))).Should().Throw<JsonReadException>();
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Bytes_that_are_not_utf8_are_refused(Engine engine)
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("{\"id\":\"con_1\",\"extra\":\""), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("\"}")];

        var call = () => StubGateway.Answering(body).Client(engine).GetAsync("con_1");

        await call.Should().ThrowAsync<ContactsInvalidResponseException>();
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void So_are_they_in_a_name(Engine engine)
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("{\"id\":\"con_1\",\"ex"), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("\":1}")];

        engine.Invoking(reader => reader.ReadBytes<Contact>(body)).Should().Throw<JsonReadException>();
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void An_empty_text_is_no_list(Engine engine)
    {
        engine.Invoking(reader => reader.Read<Contact>("""{"id":"con_1","labels":""}""")).Should().Throw<JsonReadException>();
        engine.Invoking(reader => reader.Read<IReadOnlyList<Conversation>>("\"\"")).Should().Throw<JsonReadException>();
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{\"id\":1}" + new string('}', depth - 1) is var inner
        ? "{\"id\":\"con_1\"," + inner[1..]
        : "";

    private static string NestedLists(int depth) => "{\"id\":\"con_1\",\"a\":" + new string('[', depth - 1) + new string(']', depth - 1) + "}";
}
