namespace Contacts.Generated.Tests;

/// <summary>
/// The reference and the web application put some fields in different places. Both are read into one property, and come back
/// under the contract's names.
/// </summary>
public class MovedFieldTests
{
    public static TheoryData<Engine, string, int?> Totals => Engines.With<string, int?>(
        ("""{"data":[],"count":65681,"total":10}""", 65681),
        ("""{"data":[],"count":10,"total":65681}""", 65681),
        ("""{"data":[],"total":3}""", 3),
        ("""{"data":[],"count":3}""", 3),
        ("""{"data":[],"count":0,"total":0}""", 0),
        ("""{"data":[],"count":null,"total":4}""", 4),
        ("""{"data":[]}""", null));

    public static TheoryData<Engine, string, string?> Comments => Engines.With<string, string?>(
        ("""{"_id":"cmc_1","content":"new"}""", "new"),
        ("""{"_id":"cmc_1","text":"old"}""", "old"),
        ("""{"_id":"cmc_1","text":"old","content":"new"}""", "new"),
        ("""{"_id":"cmc_1","content":"","text":"old"}""", "old"),
        ("""{"_id":"cmc_1","content":null,"text":"old"}""", "old"),
        ("""{"_id":"cmc_1","content":""}""", ""),
        ("""{"_id":"cmc_1"}""", null));

    public static TheoryData<Engine, string, string?> FileNames => Engines.With<string, string?>(
        ("""{"content":{"caption":"file01","extension":"png"}}""", "file01.png"),
        ("""{"content":{"caption":"offer.pdf","extension":"pdf"}}""", "offer.pdf"),
        ("""{"content":{"caption":"OFFER.PDF","extension":"pdf"}}""", "OFFER.PDF"),
        ("""{"content":{"caption":"file01","extension":"unknown"}}""", "file01"),
        ("""{"content":{"caption":"file01","extension":""}}""", "file01"),
        ("""{"content":{"caption":"file01"}}""", "file01"),
        ("""{"content":{"caption":"","extension":"png"},"name":"top.png"}""", "top.png"),
        ("""{"name":"top.pdf"}""", "top.pdf"),
        ("""{"name":"top.pdf","content":{"caption":"inner","extension":"pdf"}}""", "inner.pdf"),
        ("""{"content":{"extension":"png"}}""", null),
        ("""{"content":null}""", null),
        ("{}", null));

    public static TheoryData<Engine, string, string?, string> NotificationTypes => Rows(
        ("201", "201", "201"),
        ("\"201\"", "201", "201"),
        ("\"007\"", "007", "\"007\""),
        ("\"conversation\"", "conversation", "\"conversation\""),
        ("0", "0", "0"),
        ("-5", "-5", "-5"),
        ("999999", "999999", "999999"),
        ("12345678901234567890", "12345678901234567890", "\"12345678901234567890\""),
        ("2.5", "2.5", "\"2.5\""),
        ("201.0", "201", "201"),
        ("\"2 01\"", "2 01", "\"2 01\""),
        ("\"٢٠١\"", "٢٠١", "\"٢٠١\""),
        ("\"\"", "", "\"\""));

    public static TheoryData<Engine, string, string?> Contents => Engines.With<string, string?>(
        ("\"Hello\"", "Hello"),
        ("\"\"", ""),
        ("null", null),
        ("""{ "text" : "Ünï <b> / \u0041", "n" : [ 1, 1.50, 1e3, null, true ], "o":{} }""", """{"text":"Ünï <b> / A","n":[1,1.5,1000,null,true],"o":{}}"""),
        ("""["a", {"b":"2026-01-02T03:04:05.000Z"}]""", """["a",{"b":"2026-01-02T03:04:05.000Z"}]"""),
        ("42", "42"),
        ("1.50", "1.5"),
        ("true", "true"),
        ("\"2026-01-02T03:04:05.000Z\"", "2026-01-02T03:04:05.000Z"));

    [Theory]
    [MemberData(nameof(Totals))]
    public void The_grand_total_is_the_larger_number(Engine engine, string json, int? expected)
    {
        engine.Read<ContactPage>(json).Total.Should().Be(expected);
        engine.Read<NotificationPage>(json).Total.Should().Be(expected);
        engine.Write(engine.Read<ContactPage>(json)).ShouldBeJson(json);
    }

    [Fact]
    public void A_total_that_is_set_is_the_total()
    {
        var page = Engine.SystemTextJson.Read<ContactPage>("""{"data":[],"count":65681,"total":10}""");
        page.Total = 5;

        page.Total.Should().Be(5);
        new NotificationPage { Total = 7 }.Total.Should().Be(7);
    }

    [Theory]
    [MemberData(nameof(Comments))]
    public void A_comments_text_is_its_content(Engine engine, string json, string? expected)
    {
        var comment = engine.Read<ContactComment>(json);

        comment.Text.Should().Be(expected);
        if (!json.Contains("\"content\":\"new\"", StringComparison.Ordinal))
        {
            engine.Write(comment).ShouldBeJson(expected is null ? """{"_id":"cmc_1"}""" : $$"""{"_id":"cmc_1","content":"{{expected}}"}""");
        }
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Comments_inside_a_comment_are_read_alike(Engine engine) =>
        engine.Read<ContactComment>("""{"_id":"cmc_1","comments":[{"id":"cmc_2","text":"inner"}]}""")
            .Comments.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Id = "cmc_2", Text = "inner" });

    [Theory]
    [MemberData(nameof(FileNames))]
    public void A_files_name_is_its_caption_with_its_extension(Engine engine, string json, string? expected) =>
        engine.Read<ContactFile>(json).Name.Should().Be(expected);

    [Theory]
    [MemberData(nameof(Engines.Pairs), MemberType = typeof(Engines))]
    public void A_file_in_the_references_form_comes_back_in_the_contracts(Engine reader, Engine writer)
    {
        var file = reader.Read<ContactFile>("""{"_id":"msg_1","name":"offer.pdf","url":"https://files.example.com/a","size":"20480"}""");

        file.Should().BeEquivalentTo(new { Id = "msg_1", Name = "offer.pdf", Url = "https://files.example.com/a", Size = 20480L });
        writer.Write(file).ShouldBeJson("""{"_id":"msg_1","content":{"caption":"offer.pdf","url":"https://files.example.com/a"},"size":20480}""");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_file_in_the_applications_form_keeps_what_it_has(Engine engine)
    {
        const string Json = """{"_id":"msg_1","content":{"caption":"file01","url":"https://files.example.com/a","extension":"png","width":10},"name":"other"}""";
        var file = engine.Read<ContactFile>(Json);

        file.Url.Should().Be("https://files.example.com/a");
        file.Size.Should().BeNull();
        engine.Write(file).ShouldBeJson(Json);
    }

    [Fact]
    public void A_files_name_and_address_can_be_set()
    {
        var file = new ContactFile { Name = "a.png", Url = "https://files.example.com/a" };

        file.Name.Should().Be("a.png");
        file.Url.Should().Be("https://files.example.com/a");

        var read = Engine.SystemTextJson.Read<ContactFile>("""{"content":{"caption":"x","extension":"pdf"}}""");
        read.Name = "a.png";
        read.Name.Should().Be("a.png", "the extension belonged to the old name");
    }

    [Theory]
    [MemberData(nameof(Engines.Pairs), MemberType = typeof(Engines))]
    public void A_flat_conversation_comes_back_nested(Engine reader, Engine writer)
    {
        var conversation = reader.Read<Conversation>(
            """
            {"object_name":"conversation","id":"conv_1","organization_id":"org_1","business_unit_id":"bu_1","channel_id":"ch_1","channel_type":"kiosk","contact_id":"con_1",
             "status":"open","name":"Test Person","timestamp":"2026-01-02T03:04:05.678Z","is_agent_joined":true,"is_joined":"false","users":[{"id":"u_1"}]}
            """);

        conversation.Should().BeEquivalentTo(new
        {
            Id = "conv_1",
            OrganizationId = "org_1",
            ChannelId = "ch_1",
            ChannelType = new ChannelType("kiosk"),
            ContactId = "con_1",
            Status = "open",
            Name = "Test Person",
            Timestamp = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero),
            IsAgentJoined = true,
            IsJoined = false,
        });
        writer.Write(conversation).ShouldBeJson(
            """
            {"object_name":"conversation","_id":"conv_1","organization_id":"org_1","business_unit_id":"bu_1","users":[{"id":"u_1"}],
             "conversation":{"_id":"conv_1","channel_id":"ch_1","channel_type":"kiosk","contact_id":"con_1","status":"open","name":"Test Person",
              "timestamp":"2026-01-02T03:04:05.678Z","is_agent_joined":true,"is_joined":false}}
            """);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_nested_conversation_is_read_from_inside(Engine engine)
    {
        var conversation = engine.Read<Conversation>(
            """{"_id":"conv_1","public_id":"tcu_1","status":"top","conversation":{"_id":"conv_1","status":"pending","name":"Test Person","channel_type":"web","mode":"hybrid"}}""");

        conversation.Should().BeEquivalentTo(
            new { Id = "conv_1", PublicId = "tcu_1", Status = "pending", Name = "Test Person", ChannelType = ChannelType.Web });
        conversation.AdditionalProperties.Should().ContainKey("status", "what is not used is kept");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_gap_inside_a_conversation_is_filled_from_the_top(Engine engine)
    {
        var conversation = engine.Read<Conversation>(
            """{"_id":"conv_1","name":"Top","status":"open","timestamp":"2026-01-02T03:04:05Z","conversation":{"_id":"conv_1","name":"","status":null,"timestamp":""}}""");

        conversation.Should()
            .BeEquivalentTo(new { Name = "Top", Status = "open", Timestamp = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero) });
        conversation.AdditionalProperties.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_conversation_with_nothing_but_its_inside_has_the_id_of_that(Engine engine) =>
        engine.Read<Conversation>("""{"conversation":{"_id":"conv_1","status":"pending"}}""").Id.Should().Be("conv_1");

    [Fact]
    public void A_conversation_can_be_made_in_any_order()
    {
        var conversation = new Conversation { Name = "Test Person", ChannelType = "web", Id = "conv_1" };

        Engine.SystemTextJson.Write(conversation).ShouldBeJson("""{"_id":"conv_1","conversation":{"_id":"conv_1","name":"Test Person","channel_type":"web"}}""");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void An_activity_is_a_digest_or_an_event(Engine engine)
    {
        engine.Read<ConversationActivity>("""{"_id":"act_1","summary":"s","sentiment":"positive","importance":"high"}""")
            .Should()
                .BeEquivalentTo(new { Id = "act_1", Summary = "s", Sentiment = "positive", Importance = "high", Type = (string?)null });
        engine.Read<ConversationActivity>("""{"_id":"act_1","type":"message"}""").Should().BeEquivalentTo(new { Type = "message", Summary = (string?)null });
    }

    [Theory]
    [MemberData(nameof(NotificationTypes))]
    public void A_notifications_type_is_a_number_or_a_text(Engine engine, string json, string? expected, string written)
    {
        var notification = engine.Read<Notification>($$"""{"id":"not_1","type":{{json}}}""");

        notification.Type.Should().Be(new NotificationType(expected!));
        engine.Write(notification).ShouldBeJson($$"""{"id":"not_1","type":{{written}},"is_read":false}""");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_notification_without_a_type_has_none(Engine engine)
    {
        engine.Read<Notification>("""{"id":"not_1","type":null}""").Type.Should().BeNull();
        engine.Write(engine.Read<Notification>("""{"id":"not_1"}""")).ShouldBeJson("""{"id":"not_1","is_read":false}""");
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void A_notifications_content_is_its_text_or_the_text_of_its_json(Engine engine, string json, string? expected)
    {
        var notification = engine.Read<Notification>($$"""{"id":"not_1","content":{{json}}}""");

        notification.Content.Should().Be(expected);
        engine.Read<Notification>(engine.Write(notification)).Content.Should().Be(expected);
    }

    [Theory]
    [MemberData(nameof(Engines.Pairs), MemberType = typeof(Engines))]
    public void A_notifications_user_is_its_recipient(Engine reader, Engine writer)
    {
        reader.Read<Notification>("""{"id":"not_1","user_id":"u_2","recipient":"u_1"}""").UserId.Should().Be("u_1");
        var notification = reader.Read<Notification>("""{"id":"not_1","user_id":"u_1","is_read":true}""");
        notification.UserId.Should().Be("u_1");
        writer.Write(notification).ShouldBeJson("""{"id":"not_1","recipient":"u_1","is_read":true}""");
    }

    private static TheoryData<Engine, string, string?, string> Rows(params (string Json, string? Value, string Written)[] rows)
    {
        var data = new TheoryData<Engine, string, string?, string>();
        foreach (var row in rows)
        {
            data.Add(Engine.SystemTextJson, row.Json, row.Value, row.Written);
            data.Add(Engine.Newtonsoft, row.Json, row.Value, row.Written);
        }

        return data;
    }
}
