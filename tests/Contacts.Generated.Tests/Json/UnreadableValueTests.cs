namespace Contacts.Generated.Tests;

/// <summary>
/// A value that its member cannot hold: the member is null or has its default, and what came is kept and written again once.
/// </summary>
public class UnreadableValueTests
{
    public static TheoryData<Engine, string, string> Members => Engines.With(
        ("object_name", """["list"]"""),
        ("object_name", """{"a":1}"""),
        ("created_at", "1767323045678"),
        ("created_at", "true"),
        ("created_at", """{"$date":1}"""),
        ("channel_type", """["web"]"""),
        ("channel_type", "{}"),
        ("labels", "\"vip\""),
        ("labels", "\"\""),
        ("labels", """{"a":1}"""),
        ("labels", """[{"_id":"lab_1","name":"vip"}]"""),
        ("labels", """["a",["b"]]"""),
        ("is_presence", "\"yes\""),
        ("is_presence", "2"),
        ("id", """{"$oid":"con_1"}"""),
        ("id", "[1]"));

    public static TheoryData<Engine, string, string> Numbers => Engines.With(
        ("count", "\"many\""),
        ("count", "1.5"),
        ("count", "2147483648"),
        ("total", "true"),
        ("total", "[]"),
        ("total", "{}"),
        ("page", "1e999"),
        ("has_more", "\"yes\""),
        ("has_more", "2"),
        ("has_more", "[true]"));

    [Theory]
    [MemberData(nameof(Members))]
    public void Is_kept_under_its_name_and_written_once(Engine engine, string name, string value)
    {
        var json = $$"""{"data":[{"id":"con_0"},{{{(name == "id" ? "" : "\"id\":\"con_1\",")}}"{{name}}":{{value}}},{"id":"con_2"}]}""";

        var page = engine.Read<ContactPage>(json);

        page.Data.Select(contact => contact.Id).Should().Equal("con_0", name == "id" ? "" : "con_1", "con_2");
        page.Data[1].AdditionalProperties.Keys.Should().Equal(name);
        (Member(page.Data[1], name) ?? "").Should().Be("");
        foreach (var writer in Enum.GetValues<Engine>())
        {
            var written = writer.Write(page);
            written.ShouldHaveNoNameTwice();
            written.ShouldBeJson(json);
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void So_are_a_pages_numbers_and_flags(Engine engine, string name, string value)
    {
        var json = $$"""{"data":[{"id":"con_1"}],"{{name}}":{{value}}}""";

        var page = engine.Read<ContactPage>(json);

        page.Data.Should().ContainSingle();
        (page.Total, page.HasMore, page.Page).Should().Be((null, null, null));
        engine.Write(page).ShouldHaveNoNameTwice();
        engine.Write(page).ShouldBeJson(json.Replace("1e999", "\"Infinity\"", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Engines.Pairs), MemberType = typeof(Engines))]
    public void A_flag_that_cannot_be_null_has_its_default(Engine reader, Engine writer)
    {
        foreach (var value in (string[])["\"maybe\"", "null", "{}"])
        {
            var json = $$"""{"id":"not_1","is_read":{{value}}}""";
            var notification = reader.Read<Notification>(json);
            notification.IsRead.Should().BeFalse();
            writer.Write(notification).ShouldHaveNoNameTwice();
            writer.Write(notification).ShouldBeJson(json);

            notification.IsRead = true;
            writer.Write(notification).ShouldBeJson("""{"id":"not_1","is_read":true}""");
        }

        writer.Write(new Notification { Id = "not_1" }).ShouldBeJson("""{"id":"not_1","is_read":false}""");
    }

    [Theory]
    [MemberData(nameof(Engines.Pairs), MemberType = typeof(Engines))]
    public void A_member_that_was_set_since_is_written_instead(Engine reader, Engine writer)
    {
        var contact = reader.Read<Contact>("""{"id":{"a":1},"created_at":"soon","labels":{},"channel_type":[],"email":null,"x":{}}""");

        contact.Id = "con_1";
        contact.CreatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        contact.Labels = ["a"];
        contact.ChannelType = null;

        contact.AdditionalProperties.Keys.Should().Equal("x");
        writer.Write(contact).ShouldHaveNoNameTwice();
        writer.Write(contact).ShouldBeJson("""{"id":"con_1","created_at":"2026-01-02T03:04:05.000Z","labels":["a"],"channel_type":null,"email":null,"x":{}}""");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void The_last_of_two_members_of_a_name_counts(Engine engine)
    {
        engine.Write(engine.Read<Contact>("""{"id":"con_1","email":{},"email":"b"}""")).ShouldBeJson("""{"id":"con_1","email":"b"}""");
        engine.Write(engine.Read<Contact>("""{"id":"con_1","email":"a","email":{}}""")).ShouldBeJson("""{"id":"con_1","email":{}}""");
        engine.Write(engine.Read<Contact>("""{"id":"con_1","email":null,"email":{},"email":null}""")).ShouldBeJson("""{"id":"con_1","email":null}""");
        engine.Write(engine.Read<Contact>("""{"id":"con_1","email":null,"email":"a"}""")).ShouldBeJson("""{"id":"con_1","email":"a"}""");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void An_id_that_cannot_be_read_is_not_taken_from_elsewhere(Engine engine)
    {
        const string Json = """[{"_id":{},"conversation":{"_id":"conv_1"}},{"_id":"conv_2","conversation":{"_id":[]}},{"_id":{},"id":"conv_3"}]""";

        var conversations = engine.Read<IReadOnlyList<Conversation>>(Json);

        conversations.Select(conversation => conversation.Id).Should().Equal("", "conv_2", "");
        engine.WriteAnswer(conversations).ShouldBeJson(Json);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_text_that_is_not_unicode_is_null_and_kept_with_its_place_held(Engine engine)
    {
        byte[][] texts = ["\"Ana \\ud83d\""u8.ToArray(), "\"Ana \\udc00\""u8.ToArray(), [.. "\"Ana "u8, 0xC3, (byte)'"'],
            [.. "\"Ana "u8, 0xFF, (byte)'"']];
        foreach (var text in texts)
        {
            byte[] body = [.. "{\"data\":[{\"id\":\"con_1\",\"extra\":"u8, .. text, .. ",\"display_name\":"u8, .. text, .. "},{\"id\":"u8,
                .. text, .. "}],\"object_name\":"u8, .. text, .. "}"u8];

            var page = await FakeGateway.Answering(body).Client(engine).ListAsync();

            page.Data.Select(contact => contact.Id).Should().Equal("con_1", "");
            page.Data[0].DisplayName.Should().BeNull();
            engine.Write(page).ShouldBeJson("""{"data":[{"id":"con_1","extra":"Ana \ufffd","display_name":"Ana \ufffd"},{"id":"Ana \ufffd"}],"object_name":"Ana \ufffd"}""");
        }
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_name_that_is_not_unicode_does_no_harm_wherever_it_stands(Engine engine)
    {
        foreach (var name in (byte[][])["\"\\ud83d\""u8.ToArray(), [(byte)'"', 0xC3, (byte)'"']])
        {
            byte[] beside = [.. "{"u8, .. name, .. ":1,\"data\":[{\"id\":\"con_1\","u8, .. name, .. ":2}]}"u8];
            byte[] around = [.. "{"u8, .. name, .. ":1,\"data\":{\"id\":\"con_1\","u8, .. name, .. ":{"u8, .. name, .. ":2}}}"u8];

            (await FakeGateway.Answering(beside).Client(engine).ListAsync()).Data.Single().Id.Should().Be("con_1");
            (await FakeGateway.Answering(beside).Client(engine).GetFilesAsync("con_1")).Single().Id.Should().Be("con_1");
            (await FakeGateway.Answering(around).Client(engine).GetAsync("con_1")).AdditionalProperties.Keys.Should().Equal("\ufffd");
        }
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_value_inside_a_nested_object_takes_nothing_else_with_it(Engine engine)
    {
        const string Json = """{"_id":"conv_1","conversation":{"_id":"conv_1","status":{},"name":"x"},"users":[{"id":"u_1","is_bot":"perhaps"},{"id":"u_2"}],"contact":[],"teams":[5]}""";

        var conversation = engine.Read<Conversation>(Json);

        conversation.Name.Should().Be("x");
        conversation.Users!.Select(user => user.Id).Should().Equal("u_1", "u_2");
        (conversation.Contact, conversation.Teams).Should().Be((null, null));
        engine.Write(conversation).ShouldBeJson(Json);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_item_that_is_no_object_is_left_out(Engine engine)
    {
        var gateway = FakeGateway.Answering("""{"data":[{"id":"x_1"},5,"x",[{}],null,{"id":"x_2"}]}""");

        (await gateway.Client(engine).ListAsync()).Data.Select(contact => contact.Id).Should().Equal("x_1", "x_2");
        (await gateway.Client(engine).GetFilesAsync("con_1")).Select(file => file.Id).Should().Equal("x_1", "x_2");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task It_is_told_once_by_the_members_name_and_never_by_its_value(Engine engine)
    {
        using var logs = new RecordedLogs();
        var client = FakeGateway.Answering("""{"data":[{"id":"con_1","created_at":"marker"},{"id":{"marker":1},"created_at":"marker"}],"count":"marker"}""")
            .Client(engine, options => options.LoggerFactory = logs);

        await client.ListAsync();
        await client.ListAsync();

        var told = logs.Lines.Where(line => line.EventName == "ValueNotRead").ToList();
        told.Select(line => line.Text.Split(". ")[0]).Should().BeEquivalentTo(
            "list: a value of Contact.created_at could not be read", "list: a value of Contact.id could not be read",
            "list: a value of ContactPage.count could not be read");
        told.Should().OnlyContain(line => line.EventId == 5 && !(line.Text + line.Values).Contains("marker"));
    }

#if !NETSTANDARD_BUILD
    [Fact]
    public async Task It_is_so_with_settings_of_the_callers_own_too()
    {
        var client = FakeGateway.Answering("""{"data":[{"id":"con_1","created_at":"soon","email":null},{"id":"con_2"}]}""")
            .Client(options =>
                options.UseNewtonsoftJson(settings => settings.FloatParseHandling = Newtonsoft.Json.FloatParseHandling.Decimal));

        var page = await client.ListAsync();

        page.Data.Select(contact => contact.Id).Should().Equal("con_1", "con_2");
        Engine.Newtonsoft.Write(page.Data[0]).ShouldBeJson("""{"id":"con_1","created_at":"soon","email":null}""");
    }

    [Theory]
    [MemberData(nameof(HostLibraries.All), MemberType = typeof(HostLibraries))]
    public void An_application_writes_what_was_kept_once(HostLibrary library)
    {
        const string Json = """{"id":{"a":1},"created_at":"soon","labels":[{"b":[]}],"email":null,"display_name":"x"}""";

        var written = library.Write(Engine.SystemTextJson.Read<Contact>(Json));

        written.ShouldHaveNoNameTwice();
        written.ShouldBeJson(Json);
    }

    [Theory]
    [MemberData(nameof(HostLibraries.Pairs), MemberType = typeof(HostLibraries))]
    public void A_null_that_an_application_read_is_written_again(HostLibrary reader, HostLibrary writer)
    {
        const string Json = """{"id":"con_1","email":null,"updated_at":null,"labels":null,"additional_params":null,"channel_type":null}""";

        var contact = reader.Read<Contact>(Json);

        contact.AdditionalProperties.Should().BeEmpty();
        writer.Write(contact).ShouldBeJson(Json);
        writer.Write(new Contact { Id = "con_1", Email = null }).ShouldBeJson("""{"id":"con_1"}""");
    }

    [Fact]
    public void A_model_can_be_written_by_many_at_once()
    {
        const string Json = """{"id":[],"email":null,"updated_at":"soon","x":1}""";
        var contact = Engine.SystemTextJson.Read<Contact>(Json);

        Parallel.For(0, 2000, index => (index % 2 == 0 ? Engine.SystemTextJson : Engine.Newtonsoft).Write(contact).ShouldBeJson(Json));

        contact.Id.Should().BeEmpty();
        contact.AdditionalProperties.Keys.Should().BeEquivalentTo("id", "updated_at", "x");
    }
#endif

    private static object? Member(Contact contact, string name) => name switch
    {
        "object_name" => contact.ObjectName,
        "created_at" => contact.CreatedAt,
        "channel_type" => contact.ChannelType,
        "labels" => contact.Labels,
        "is_presence" => contact.IsPresence,
        _ => contact.Id,
    };
}
