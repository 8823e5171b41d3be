using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>What tests arrange, as requests see it, and what requests change, as tests see it.</summary>
public sealed class EmulatorArrangeTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();
    private readonly EmulatorHttp _http;

    public EmulatorArrangeTests() => _http = new EmulatorHttp(_emulator);

    public void Dispose()
    {
        _http.Dispose();
        _emulator.Dispose();
    }

    [Theory]
    [InlineData(ContactsDialect.WebApp)]
    [InlineData(ContactsDialect.VendorSdk)]
    public async Task The_lists_have_what_requests_see(ContactsDialect dialect)
    {
        await using var emulator = ContactsEmulator.Start(options => options.Dialect = dialect);
        var client = emulator.CreateClient(options => options.Dialect = dialect);
        var id = emulator.Contacts[1].Id;

        (await client.GetConversationsAsync(id)).Select(one => one.Id).Should().NotBeEmpty().And.Equal(Ids(emulator.ConversationsOf(id)));
        (await client.GetAllCommentsAsync(id).Select(one => one.Id).ToListAsync())
            .Should().NotBeEmpty().And.Equal(emulator.CommentsOf(id).Select(one => one.Id));
        (await client.GetMessageCommentsAsync(id, new() { Limit = 100 })).Select(one => one.Id)
            .Should().NotBeEmpty().And.Equal(emulator.MessageCommentsOf(id).Select(one => one.Id));
        (await client.GetFilesAsync(id)).Select(one => one.Id).Should().NotBeEmpty().And.Equal(emulator.FilesOf(id).Select(one => one.Id));
        var conversation = emulator.ConversationsOf(id)[0].Id;
        (await client.GetActivitiesAsync(conversation)).Select(one => one.Id)
            .Should().NotBeEmpty().And.Equal(emulator.ActivitiesOf(conversation).Select(one => one.Id));
    }

    [Fact]
    public async Task What_is_in_the_lists_can_be_changed_and_taken_away()
    {
        var client = _emulator.CreateClient();
        var id = _emulator.Contacts[1].Id;
        var conversation = _emulator.ConversationsOf(id)[0];

        conversation.Status = "on hold";
        _emulator.CommentsOf(id)[0].Text = "Another text";
        _emulator.MessageCommentsOf(id).Clear();
        _emulator.FilesOf(id)[0] = new ContactFile { Id = "msg_mine", Name = "mine.pdf" };
        _emulator.ActivitiesOf(conversation.Id).Clear();

        (await client.GetConversationsAsync(id))[0].Status.Should().Be("on hold");
        (await client.GetCommentsAsync(id))[0].Text.Should().Be("Another text");
        (await client.GetMessageCommentsAsync(id)).Should().BeEmpty();
        (await client.GetFilesAsync(id))[0].Name.Should().Be("mine.pdf");
        (await client.GetActivitiesAsync(conversation.Id)).Should().BeEmpty();

        _emulator.ConversationsOf(id).Remove(conversation).Should().BeTrue();

        await client.Invoking(c => c.GetActivitiesAsync(conversation.Id)).Should().ThrowAsync<ContactsNotFoundException>();
    }

    [Fact]
    public async Task What_requests_write_and_delete_is_in_the_lists_and_what_tests_add_can_be_deleted()
    {
        var client = _emulator.CreateClient();
        var id = _emulator.Contacts[2].Id;
        var comments = _emulator.CommentsOf(id);
        var before = comments.Count;

        var written = await client.CreateCommentAsync(id, new() { Text = "Called back" });
        comments[^1].Should().BeEquivalentTo(new { written.Id, Text = "Called back" });

        await client.DeleteCommentAsync(id, written.Id);
        comments.Should().HaveCount(before);

        var added = _emulator.AddComment(id, "Mine");
        (await client.GetCommentAsync(id, added.Id)).Text.Should().Be("Mine");
        await client.DeleteCommentAsync(id, added.Id);
        comments.Should().NotContain(added);
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("remove")]
    [InlineData("replace")]
    [InlineData("clear")]
    public async Task A_contact_that_goes_takes_along_what_belongs_to_it(string way)
    {
        var contact = _emulator.AddContact(one => one.Id = "con_mine");
        var comments = _emulator.CommentsOf("con_mine");
        _emulator.AddComment("con_mine", "Old");
        var conversation = _emulator.AddConversation("con_mine");
        var activities = _emulator.ActivitiesOf(conversation.Id);

        switch (way)
        {
            case "delete":
                await _http.JsonAsync("DELETE", "/contacts/con_mine");
                break;
            case "remove":
                _emulator.Contacts.Remove(contact);
                break;
            case "replace":
                _emulator.Contacts[^1] = new Contact { Id = "con_other" };
                break;
            default:
                _emulator.Contacts.Clear();
                break;
        }

        comments.Invoking(list => list.Count).Should().Throw<InvalidOperationException>().WithMessage("*no longer in the emulator*");
        activities.Invoking(list => list.Count).Should().Throw<InvalidOperationException>();
        using var response = await _http.SendAsync("GET", $"/conversations_activities/{conversation.Id}");
        ((int)response.StatusCode).Should().Be(404);
        _emulator.AddContact(one => one.Id = "con_mine");
        comments.Should().BeEmpty("the new contact begins with nothing");
    }

    [Fact]
    public async Task Reset_brings_back_what_belonged_to_a_contact_and_a_list_shows_it()
    {
        var id = _emulator.Contacts[0].Id;
        var comments = _emulator.CommentsOf(id);
        var before = comments.Select(one => one.Text).ToList();
        comments.Clear();
        _emulator.ConversationsOf(id).Clear();
        _emulator.AddContact(one => one.Id = "con_mine");

        _emulator.Reset();

        comments.Select(one => one.Text).Should().Equal(before);
        (await _emulator.CreateClient().GetConversationsAsync(id)).Should().NotBeEmpty();
        _emulator.Invoking(one => one.CommentsOf("con_mine")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task A_contact_without_anything_is_among_the_generated_ones()
    {
        var client = _emulator.CreateClient();
        var contact = (await client.ListAllAsync().ToListAsync()).Single(one => one.DisplayName == "");

        contact.Should().BeEquivalentTo(new
        {
            FirstName = "",
            LastName = "",
            Email = (string?)null,
            PhoneNumber = "",
            AvatarUrl = (string?)null,
            BoardItemId = (string?)null,
            LastSeen = (DateTimeOffset?)null,
        });
        contact.ChannelType.Should().NotBeNull();
        contact.CreatedAt.Should().NotBeNull();
        (await client.GetConversationsAsync(contact.Id)).Should().BeEmpty();
        (await client.GetCommentsAsync(contact.Id)).Should().BeEmpty();
        (await client.GetMessageCommentsAsync(contact.Id)).Should().BeEmpty();
        (await client.GetFilesAsync(contact.Id)).Should().BeEmpty();
        _emulator.AddComment(contact.Id, "First").ConversationId.Should().BeNull();
        (await client.GetCommentsAsync(contact.Id)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_contact_that_a_client_read_can_be_added_and_is_sent_as_the_service_sends_it()
    {
        using var other = ContactsEmulator.Start(options => options.Contacts = 0);
        using var http = new EmulatorHttp(other);
        other.Contacts.Add(await _emulator.CreateClient().GetAsync(_emulator.Contacts[4].Id));

        var contact = (await http.GetAsync($"/contacts/{other.Contacts[0].Id}")).GetProperty("data");

        contact.EnumerateObject().Select(field => field.Name).Should().OnlyHaveUniqueItems().And.Contain(["updated_at", "board_id"]);
    }

    [Fact]
    public async Task Lists_can_be_arranged_while_requests_run()
    {
        var client = _emulator.CreateClient();
        var contact = _emulator.AddContact();
        var requests = Enumerable.Range(0, 4).Select(async worker =>
        {
            for (var round = 0; round < 25; round++)
            {
                await client.CreateCommentAsync(contact.Id, new() { Text = $"Request {worker} {round}" });
                (await client.GetCommentsAsync(contact.Id, new() { Limit = 100 })).Should().OnlyContain(one => one.Id != "");
            }
        });
        var arrangements = Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            for (var round = 0; round < 100; round++)
            {
                var comment = _emulator.AddComment(contact.Id, $"Test {worker} {round}");
                foreach (var one in _emulator.CommentsOf(contact.Id))
                {
                    one.Text.Should().NotBeNull();
                }

                _emulator.CommentsOf(contact.Id).Remove(comment).Should().BeTrue();
                _emulator.Contacts.Remove(_emulator.AddContact()).Should().BeTrue();
            }
        }));

        await Task.WhenAll([.. requests, .. arrangements]);

        _emulator.CommentsOf(contact.Id).Should().HaveCount(100).And.OnlyHaveUniqueItems(comment => comment.Id);
        _emulator.Contacts.Should().HaveCount(26);
    }

    private static IEnumerable<string> Ids(IEnumerable<Conversation> conversations) => conversations.Select(one => one.Id);
}
