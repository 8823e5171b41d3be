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
    public void A_document_nests_256_deep_and_no_deeper(Engine engine)
    {
        engine.Read<Contact>(Nested(256)).AdditionalProperties.Should().ContainKey("a");
        engine.Read<Contact>(NestedLists(256)).AdditionalProperties.Should().ContainKey("a");
        engine.Invoking(reader => reader.Read<Contact>(Nested(257))).Should().Throw<JsonReadException>();
        engine.Invoking(reader => reader.Read<Contact>(NestedLists(257))).Should().Throw<JsonReadException>();
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void The_deepest_document_fits_on_the_smallest_stack(Engine engine)
    {
        // That of a thread in a 32-bit IIS.
        var thread = new Thread(
            () =>
            {
                engine.Write(engine.Read<Contact>(Nested(256)));
                engine.Write(engine.Read<ContactComment>(Comments("\"x\"", 120)));
                engine.Write(engine.Read<ContactComment>(Comments("{}", 120)));
            },
            maxStackSize: 256 * 1024);
        thread.Start();

        thread.Join();
    }

    private static string Comments(string text, int depth) =>
        string.Concat(Enumerable.Repeat("{\"_id\":\"msg_1\",\"comments\":[", depth)) + "{\"text\":" + text + "}"
            + string.Concat(Enumerable.Repeat("]}", depth));

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{\"id\":1}" + new string('}', depth - 1) is var inner
        ? "{\"id\":\"con_1\"," + inner[1..]
        : "";

    private static string NestedLists(int depth) =>
        "{\"id\":\"con_1\",\"a\":" + new string('[', depth - 1) + new string(']', depth - 1) + "}";
}
