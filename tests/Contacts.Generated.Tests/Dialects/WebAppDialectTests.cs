namespace Contacts.Generated.Tests;

public class WebAppDialectTests
{
    [Fact]
    public void Is_the_default() => new ContactsClientOptions().Dialect.Should().Be(ContactsDialect.WebApp);

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_update_has_the_services_field_names(Engine engine)
    {
        var gateway = new FakeGateway();

        await gateway.Client(engine)
            .UpdateAsync("con_1", new UpdateContactInput { Name = "Test Person", Email = "person@example.com", Phone = null });

        gateway.Single.Method.Should().Be("PUT");
        gateway.Single.Address.AbsolutePath.Should().Be(TestClients.BasePath + "/contacts/con_1");
        gateway.Single.Text.ShouldBeJson("""{"display_name":"Test Person","email":"person@example.com","phone_number":null}""");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Marking_notifications_sends_a_bare_list(Engine engine)
    {
        var gateway = new FakeGateway();

        await gateway.Client(engine).MarkNotificationsReadAsync(["not_1", "not_2"]);

        gateway.Single.Method.Should().Be("PUT");
        gateway.Single.Address.AbsolutePath.Should().Be(TestClients.BasePath + "/notifications/read");
        gateway.Single.Text.ShouldBeJson("""["not_1","not_2"]""");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Dismissing_sends_a_bare_list_of_one(Engine engine)
    {
        var gateway = new FakeGateway();

        await gateway.Client(engine).DismissNotificationAsync("not_1");

        gateway.Single.Method.Should().Be("DELETE");
        gateway.Single.Address.AbsolutePath.Should().Be(TestClients.BasePath + "/notifications/dismiss");
        gateway.Single.Text.ShouldBeJson("""["not_1"]""");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(411)]
    public async Task Dismissing_falls_back_to_the_other_form_once(int status)
    {
        var gateway = new FakeGateway(request => request.Method == "DELETE" ? FakeGateway.Json("{}", status) : FakeGateway.Json("{}"));

        var result = await gateway.Client().DismissNotificationAsync("not_1");

        result.Success.Should().BeTrue();
        gateway.Requests.Should().HaveCount(2);
        gateway.Requests[1].Method.Should().Be("POST");
        gateway.Requests[1].Address.AbsolutePath.Should().Be(gateway.Requests[0].Address.AbsolutePath);
        gateway.Requests[1].Text.ShouldBeJson("""{"ids":["not_1"]}""");
        gateway.Requests[1].Headers["x-request-id"].Should().Be(gateway.Requests[0].Headers["x-request-id"], "it is one call");
    }

    [Fact]
    public async Task The_first_error_surfaces_when_both_forms_fail()
    {
        var gateway = new FakeGateway(request => FakeGateway.Json("{}", request.Method == "DELETE" ? 404 : 403));

        var call = () => gateway.Client().DismissNotificationAsync("not_1");

        (await call.Should().ThrowAsync<ContactsNotFoundException>())
            .Which.Attempts.Select(attempt => attempt.Status).Should().Equal(404, 403);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(409)]
    [InlineData(422)]
    [InlineData(500)]
    public async Task An_error_that_does_not_mean_a_lost_body_has_no_fallback(int status)
    {
        var gateway = FakeGateway.Answering("{}", status);

        await gateway.Client().Invoking(client => client.DismissNotificationAsync("not_1")).Should().ThrowAsync<ContactsApiException>();

        gateway.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task The_vendors_form_has_no_fallback()
    {
        var gateway = FakeGateway.Answering("{}", 405);

        await gateway.Client(options => options.Dialect = ContactsDialect.VendorSdk)
            .Invoking(client => client.DismissNotificationAsync("not_1")).Should().ThrowAsync<ContactsApiException>();

        gateway.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Channel_types_repeat_the_key()
    {
        var gateway = new FakeGateway();

        await gateway.Client().GetConversationsAsync(
            "con_1", new ContactsGetConversationsOptions { ChannelTypes = [ChannelType.WhatsApp, ChannelType.Web, "kiosk"] });

        gateway.Single.RawQuery.Should().Be("channel_types=whatsapp&channel_types=web&channel_types=kiosk");
    }

    [Fact]
    public async Task Without_channel_types_all_known_ones_are_named()
    {
        var gateway = new FakeGateway();
        var client = gateway.Client();

        await client.GetConversationsAsync("con_1");
        await client.GetConversationsAsync("con_1", new ContactsGetConversationsOptions { ChannelTypes = [] });

        gateway.Requests.Should().HaveCount(2);
        gateway.Requests.Should().AllSatisfy(request =>
            request.Query.Should().Equal(ChannelType.KnownValues.Select(type => ("channel_types", type.Value))));
    }

    [Fact]
    public async Task A_search_is_a_text_search_unless_told_otherwise()
    {
        var gateway = new FakeGateway();
        var client = gateway.Client();

        await client.SearchAsync("person");
        await client.SearchAsync("person", new ContactsSearchOptions { Type = "whatsapp" });

        gateway.Requests[0].Query.Should().BeEquivalentTo([("q", "person"), ("type", "text")]);
        gateway.Requests[1].Query.Should().BeEquivalentTo([("q", "person"), ("type", "whatsapp")]);
    }

    [Fact]
    public async Task Dismissing_all_sends_no_body()
    {
        var gateway = new FakeGateway();

        await gateway.Client().DismissAllNotificationsAsync();

        gateway.Single.Method.Should().Be("DELETE");
        gateway.Single.Address.AbsolutePath.Should().Be(TestClients.BasePath + "/notifications/dismiss/all");
        gateway.Single.Body.Should().BeNull();
    }

    [Theory]
    [InlineData(ContactsDialect.WebApp)]
    [InlineData(ContactsDialect.VendorSdk)]
    public async Task A_field_without_a_property_is_sent_as_it_is_named(ContactsDialect dialect)
    {
        var gateway = new FakeGateway();
        var input = new UpdateContactInput();
        input.AdditionalProperties["priority"] = new Dictionary<string, object?> { ["level"] = 3 };

        await gateway.Client(options => options.Dialect = dialect).UpdateAsync("con_1", input);

        gateway.Single.Text.ShouldBeJson("""{"priority":{"level":3}}""");
    }

    [Fact]
    public async Task Shaping_a_request_leaves_the_callers_input_as_it_was()
    {
        var gateway = new FakeGateway();
        var input = new UpdateContactInput { Name = "Test Person" };

        await gateway.Client(options => options.Dialect = ContactsDialect.VendorSdk).UpdateAsync("con_1", input);
        await gateway.Client().UpdateAsync("con_1", input);

        gateway.Requests[0].Text.ShouldBeJson("""{"name":"Test Person"}""");
        gateway.Requests[1].Text.ShouldBeJson("""{"display_name":"Test Person"}""");
    }
}
