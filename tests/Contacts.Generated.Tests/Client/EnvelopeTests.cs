using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>
/// A list comes bare, in "data" or in "items"; an object bare, in "data" or alone in a list there; and nothing may come where nothing is
/// promised.
/// </summary>
public partial class EnvelopeTests
{
    private static readonly string[] _lists =
        [ContactsOperations.GetConversations, ContactsOperations.GetComments, ContactsOperations.GetMessageComments,
            ContactsOperations.GetFiles, ContactsOperations.GetActivities];

    private static readonly string[] _pages = [ContactsOperations.List, ContactsOperations.Search, ContactsOperations.ListNotifications];

    private static readonly string[] _objects =
        [ContactsOperations.Get, ContactsOperations.Update, ContactsOperations.Create, ContactsOperations.GetByBoardItem,
            ContactsOperations.CreateComment, ContactsOperations.GetComment];

    private static readonly string[] _acknowledgements =
        [ContactsOperations.MarkNotificationsRead, ContactsOperations.DismissNotification, ContactsOperations.DismissAllNotifications];

    public static TheoryData<Engine, string, string> Lists => Cross(
        _lists,
        "[#]",
        """{"data":[#]}""",
        """{"items":[#]}""",
        """{"items":[#],"count":9,"total":1,"has_more":true}""",
        """{"object_name":"list","nested":{"data":[]},"data":[#],"has_more":false}""",
        """{"data":null,"items":[#]}""",
        """{"d\u0061ta":[#]}""",
        " \r\n[ # ]\n");

    public static TheoryData<Engine, string, string> Pages => Cross(
        _pages,
        "[#]",
        """{"data":[#]}""",
        """{"items":[#]}""",
        """{"has_more":false,"items":[#],"count":1}""",
        """{"nested":{"items":[1]},"\u0069tems":[#]}""",
        """{"object_name":"list","data":[#],"nested":{},"has_more":false,"count":1,"total":1}""",
        " \t{ \"items\" : [ # ] } ");

    public static TheoryData<Engine, string, string> Objects => Cross(
        _objects,
        "#",
        """{"data":#}""",
        """{"success":true,"data":#,"message":"ok"}""",
        """{"message":"ok","code":0,"d\u0061ta":#}""",
        "\n {\"data\" : # }",
        """{"data":[#]}""",
        """{"data":[ # ],"message":"ok"}""");

    public static TheoryData<Engine, string, string> WrongShapes
    {
        get
        {
            var rows = new TheoryData<Engine, string, string>();
            Add(_lists, "{}", "null", "1", "\"[]\"", """{"data":{}}""", """{"data":null}""", """{"items":"x"}""", """{"data":[1]}""", """{"id":"x"}""", "[#", "[#] x", """{"data":[#]} x""", """{"data":[#]""");
            Add(_pages, "{}", "null", "true", "\"[]\"", """{"data":{}}""", """{"data":null}""", """{"data":null,"items":[#]}""", """{"items":[#],"data":null}""", """{"items":"x"}""", "[1]", """{"id":"x"}""", "[#]]", """{"items":[#]} x""", """{"data":[#]}}""");
            Add(_objects, "[]", "[#]", """{"data":[#,#]}""", """{"data":[[#]]}""", """{"data":["x"]}""", "null", "1", "\"x\"", """{"data":#} x""", """{"data":#""", """{"id":"x"}}""", "#,");
            Add([ContactsOperations.UploadAvatar], "[]", "null", "\"https://files.example.com/x\"", """{"url":"x"} y""");
            return rows;

            void Add(string[] operations, params string[] bodies)
            {
                foreach (var operation in operations)
                {
                    foreach (var body in bodies)
                    {
                        rows.Add(Engine.SystemTextJson, operation, body.Replace("#", ItemOf(operation), StringComparison.Ordinal));
                        rows.Add(Engine.Newtonsoft, operation, body.Replace("#", ItemOf(operation), StringComparison.Ordinal));
                    }
                }
            }
        }
    }

    public static TheoryData<Engine, string, string> Acknowledgements => Cross(
        _acknowledgements, "", " \n", "{}", "null", "true", "OK", "[]", "1", """{"success":true}""", """{"message":"done"}""", """{"data":{"success":true}}""", """{"data":null}""", "{", "\uFEFF");

    public static TheoryData<Engine, string, string> Refusals => Cross(
        _acknowledgements, """{"success":false}""", """{"success":"false"}""", """{"success":0,"data":{"x":1}}""", """{"data":{"x":1},"success":false}""", """{"data":{"success":false}}""");

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_is_found(Engine engine, string operation, string body)
    {
        var list = (IEnumerable<object>)await CallAsync(engine, operation, Encoding.UTF8.GetBytes(body));

        list.Select(IdOf).Should().Equal("x_1");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_found(Engine engine, string operation, string body)
    {
        var page = await CallAsync(engine, operation, Encoding.UTF8.GetBytes(body));

        ItemsOf(page).Select(IdOf).Should().Equal("x_1");
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public async Task An_object_is_found(Engine engine, string operation, string body) =>
        IdOf(await CallAsync(engine, operation, Encoding.UTF8.GetBytes(body))).Should().Be("x_1");

    [Theory]
    [InlineData(Engine.SystemTextJson, """{"url":"https://files.example.com/x"}""")]
    [InlineData(Engine.SystemTextJson, """{"data":{"url":"https://files.example.com/x"}}""")]
    [InlineData(Engine.Newtonsoft, """{"url":"https://files.example.com/x"}""")]
    [InlineData(Engine.Newtonsoft, """{"data":{"url":"https://files.example.com/x"}}""")]
    public async Task An_uploads_address_is_found(Engine engine, string body) =>
        (await CallAsync(engine, ContactsOperations.UploadAvatar, Encoding.UTF8.GetBytes(body)))
            .Should().BeEquivalentTo(new { Url = "https://files.example.com/x" });

    [Theory]
    [InlineData(Engine.SystemTextJson, """{"id":"x_1","data":{"id":"inner"}}""")]
    [InlineData(Engine.SystemTextJson, """{"data":{"id":"inner"},"_id":"x_1"}""")]
    [InlineData(Engine.Newtonsoft, """{"id":"x_1","data":{"id":"inner"}}""")]
    [InlineData(Engine.Newtonsoft, """{"data":{"id":"inner"},"_id":"x_1"}""")]
    public async Task An_object_with_an_id_of_its_own_is_no_envelope(Engine engine, string body)
    {
        var contact = (Contact)await CallAsync(engine, ContactsOperations.Get, Encoding.UTF8.GetBytes(body));

        contact.Id.Should().Be("x_1");
        contact.AdditionalProperties.Should().ContainKey("data");
    }

    [Theory]
    [MemberData(nameof(Acknowledgements))]
    public async Task Any_answer_to_an_action_means_success(Engine engine, string operation, string body) =>
        (await CallAsync(engine, operation, Encoding.UTF8.GetBytes(body)))
            .Should().BeOfType<NotificationActionResult>().Which.Success.Should().BeTrue();

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task But_one_that_says_no_does_not(Engine engine, string operation, string body) =>
        (await CallAsync(engine, operation, Encoding.UTF8.GetBytes(body)))
            .Should().BeOfType<NotificationActionResult>().Which.Success.Should().BeFalse();

    [Theory]
    [MemberData(nameof(WrongShapes))]
    public async Task Another_shape_is_an_error_that_tells_nothing_of_the_body(Engine engine, string operation, string body)
    {
        var call = () => CallAsync(engine, operation, Encoding.UTF8.GetBytes(body));

        var error = (await call.Should().ThrowAsync<ContactsInvalidResponseException>()).Which;
        error.Status.Should().Be(200);
        error.Message.Should().MatchRegex("but its application/json body is not (a JSON object|a list as JSON|a page as JSON) ")
            .And.StartWith(operation + ": ");
        error.GetResponseBody().Should().Be(body);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_unreadable_answer_leaks_neither_into_the_message_nor_into_its_causes(Engine engine)
    {
        const string Secret = "secret.person@example.com";
        foreach (var body in (string[])
            [Secret, $$"""{"data":"{{Secret}}"}""", $$"""{"data":["{{Secret}}"]}""", $$"""{"error":"{{Secret}}"}""", $$"""{"{{Secret}}":"\ud800","data":["{{Secret}}"}""", $$"""{"data":[{"{{Secret}}":1}"""])
        {
            var call = () => CallAsync(engine, ContactsOperations.List, Encoding.UTF8.GetBytes(body));

            var error = (await call.Should().ThrowAsync<ContactsInvalidResponseException>()).Which;
            (error.ToString() + Newtonsoft.Json.JsonConvert.SerializeObject(error.Data)).Should().NotContain("secret.person");
            error.GetResponseBody().Should().Contain(Secret);
        }
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task No_content_is_an_empty_list_and_an_empty_page(Engine engine)
    {
        foreach (var operation in _lists)
        {
            ((IEnumerable<object>)await CallAsync(engine, operation, [], 204)).Should().BeEmpty();
        }

        foreach (var operation in _pages)
        {
            ItemsOf(await CallAsync(engine, operation, [], 204)).Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_empty_answer_to_a_write_is_no_fault_and_to_a_read_is_one(Engine engine)
    {
        (await CallAsync(engine, ContactsOperations.Update, [], 204)).Should().BeOfType<Contact>();
        (await CallAsync(engine, ContactsOperations.Update, " \n"u8.ToArray())).Should().BeOfType<Contact>();
        foreach (var operation in (string[])[.. _objects.Except([ContactsOperations.Update]), .. _lists, .. _pages])
        {
            var call = () => CallAsync(engine, operation, []);
            await call.Should().ThrowAsync<ContactsInvalidResponseException>("{0} promises something", operation);
        }

        await FluentActions.Awaiting(() => CallAsync(engine, ContactsOperations.Get, [], 204))
            .Should().ThrowAsync<ContactsInvalidResponseException>();
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_byte_order_mark_is_passed_over(Engine engine)
    {
        ((Contact)await CallAsync(engine, ContactsOperations.Get, WithMark("""{"data":{"id":"con_1"}}"""))).Id.Should().Be("con_1");
        ItemsOf(await CallAsync(engine, ContactsOperations.List, WithMark("""{"items":[{"id":"con_1"}]}"""))).Should().ContainSingle();
        ((IEnumerable<object>)await CallAsync(engine, ContactsOperations.GetFiles, WithMark("[]"))).Should().BeEmpty();

        static byte[] WithMark(string json) => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(json)];
    }

    [Theory]
    [InlineData(200, "application/json")]
    [InlineData(201, "application/json; charset=utf-8")]
    [InlineData(299, "text/plain")]
    [InlineData(200, "text/html")]
    [InlineData(200, null)]
    public async Task Any_success_is_read_whatever_its_media_type_says(int status, string? mediaType)
    {
        var gateway = new FakeGateway(_ =>
        {
            var response = FakeGateway.Json("""{"data":{"id":"con_1"}}""", status);
            response.Content.Headers.Remove("Content-Type");
            response.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType ?? "");
            return response;
        });

        (await gateway.Client().GetAsync("con_1")).Id.Should().Be("con_1");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_object_nests_as_deep_in_an_envelope_as_without(Engine engine)
    {
        foreach (var (before, after) in new[] { ("", ""), ("""{"data":""", "}"), ("""{"count":1,"data":""", "}"), ("""{"data":""", ""","other":{}}""") })
        {
            var call = (int depth) => CallAsync(
                engine, ContactsOperations.Get, Encoding.UTF8.GetBytes(before + """{"id":"con_1","a":""" + new string('[', depth - 1) + new string(']', depth - 1) + "}" + after));

            (await call(256)).Should().BeOfType<Contact>().Which.Id.Should().Be("con_1");
            await call.Invoking(of => of(257)).Should().ThrowAsync<ContactsInvalidResponseException>();
        }
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_view_with_responses_reads_the_same(Engine engine)
    {
        var response = await FakeGateway.Answering("""{"items":[{"id":"x_1"}],"count":3,"has_more":true}""", 203).Client(engine).WithResponse.ListAsync();

        response.Status.Should().Be(203);
        response.Value.Data.Should().ContainSingle().Which.Id.Should().Be("x_1");
        response.Value.Total.Should().Be(3);
        response.Value.HasMore.Should().BeTrue();
    }

    private static Task<object> CallAsync(Engine engine, string operation, byte[] body, int status = 200) =>
        OperationCalls.All[operation](FakeGateway.Answering(body, status).Client(engine));

    private static string IdOf(object item) => (string)item.GetType().GetProperty("Id")!.GetValue(item)!;

    private static IEnumerable<object> ItemsOf(object page) => (IEnumerable<object>)page.GetType().GetProperty("Data")!.GetValue(page)!;

    private static string ItemOf(string operation) => operation switch
    {
        ContactsOperations.GetConversations => """{"_id":"x_1","conversation":{"_id":"x_1"}}""",
        ContactsOperations.GetComments or ContactsOperations.GetMessageComments or ContactsOperations.CreateComment
            or ContactsOperations.GetComment or ContactsOperations.GetFiles or ContactsOperations.GetActivities => """{"created_at":"","_id":"x_1"}""",
        _ => """{"object_name":"x","id":"x_1","labels":[]}""",
    };

    private static TheoryData<Engine, string, string> Cross(string[] operations, params string[] bodies)
    {
        var rows = new TheoryData<Engine, string, string>();
        foreach (var engine in Enum.GetValues<Engine>())
        {
            foreach (var operation in operations)
            {
                foreach (var body in bodies)
                {
                    rows.Add(engine, operation, body.Replace("#", ItemOf(operation), StringComparison.Ordinal));
                }
            }
        }

        return rows;
    }
}
