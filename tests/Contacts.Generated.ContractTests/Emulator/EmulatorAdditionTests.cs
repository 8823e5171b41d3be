using System.Text.Json;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>What the emulator adds for a test.</summary>
public sealed class EmulatorAdditionTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();

    public void Dispose() => _emulator.Dispose();

    [Fact]
    public async Task A_contact_that_is_added_is_whole_and_everything_can_be_added_to_it()
    {
        var client = _emulator.CreateClient();

        var contact = _emulator.AddContact(one => one.DisplayName = "Test Person");
        var conversation = _emulator.AddConversation(contact.Id, one => one.Status = "pending");
        var activity = _emulator.AddActivity(conversation.Id, one => one.Sentiment = "positive");
        var comment = _emulator.AddComment(contact.Id, "Called back");
        var message = _emulator.AddMessageComment(contact.Id, "Ask again");
        var file = _emulator.AddFile(contact.Id, "Offer.PDF");

        (await client.GetAsync(contact.Id)).Should().BeEquivalentTo(contact);
        contact.Should().BeEquivalentTo(new
        {
            DisplayName = "Test Person",
            FirstName = "Test",
            LastName = "Person",
            Email = "test.person1@example.com",
            OrganizationId = "org_emulator",
            BusinessUnitId = "bu_emulator",
            ChannelType = ChannelType.Web,
            ChannelId = "ch_web",
        });
        contact.CreatedAt.Should().BeAfter(_emulator.Contacts[0].CreatedAt!.Value);
        var conversations = await client.GetConversationsAsync(contact.Id);
        conversations.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { conversation.Id, Status = "pending", ContactId = contact.Id, Name = "Test Person" });
        (await client.GetActivitiesAsync(conversation.Id)).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { activity.Id, Sentiment = "positive", ConversationId = conversation.Id });
        (await client.GetCommentsAsync(contact.Id)).Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { comment.Id, Text = "Called back", ConversationId = conversation.Id, From = new { Id = "u_emulator" } });
        (await client.GetMessageCommentsAsync(contact.Id)).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { message.Id, Comments = new[] { new { Text = "Ask again" } } });
        (await client.GetFilesAsync(contact.Id)).Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { file.Id, Name = "Offer.PDF", Url = $"https://files.example.com/contact/org_emulator/{file.Id}.pdf" });
        (await client.ListAsync(new() { Sort = "-created_at", Limit = 1 })).Data.Single().Id.Should().Be(contact.Id);
        (await client.SearchAsync("Test Person")).Data.Should().ContainSingle().Which.Id.Should().Be(contact.Id);
        await client.UpdateAsync(contact.Id, new UpdateContactInput { Name = "Another Person" });
        contact.DisplayName.Should().Be("Another Person", "it is the same object");
    }

    [Fact]
    public void What_is_set_is_kept_and_what_follows_from_it_fits()
    {
        var one = _emulator.AddContact(contact =>
        {
            (contact.Id, contact.FirstName, contact.LastName) = ("con_mine", "Ada", "Example");
            (contact.Email, contact.ChannelType, contact.AvatarUrl) = (null, ChannelType.WhatsApp, null);
        });
        var other = _emulator.AddContact(contact => contact.DisplayName = "");
        var third = _emulator.AddContact();
        var conversation = _emulator.AddConversation("con_mine", added => (added.Id, added.ChannelType) = ("conv_mine", ChannelType.Line));
        var notification = _emulator.AddNotification(added => added.Type = NotificationType.CrmAssigned);

        one.Should().BeEquivalentTo(new { Id = "con_mine", DisplayName = "Ada Example", ChannelId = "ch_whatsapp" });
        (one.Email, one.AvatarUrl).Should().Be((null, null));
        (other.DisplayName, other.FirstName, other.LastName).Should().Be(("", "", ""));
        (third.DisplayName, third.Email).Should().Be(("Test Person 3", "test.person3@example.com"));
        (conversation.Details!.Id, conversation.ChannelId).Should().Be(("conv_mine", "ch_line"));
        (notification.Title, notification.From, notification.ActionTo!.BoardId).Should().Be(("Record 1", "u_agent_a", "brd_emulator"));
        notification.ChannelType.Should().BeNull();
    }

    [Fact]
    public void What_is_made_up_is_the_same_in_each_run_and_after_a_reset()
    {
        string Run(ContactsEmulator emulator)
        {
            var contact = emulator.AddContact();
            var conversation = emulator.AddConversation(contact.Id);
            return JsonSerializer.Serialize(
                new object[]
                {
                    contact, conversation, emulator.AddComment(contact.Id, "x"), emulator.AddMessageComment(contact.Id, "x"),
                    emulator.AddFile(contact.Id, "x"), emulator.AddActivity(conversation.Id), emulator.AddNotification(),
                });
        }

        using var other = ContactsEmulator.Start();
        using var seeded = ContactsEmulator.Start(options => options.Seed = 2);

        var first = Run(_emulator);
        Run(other).Should().Be(first);
        Run(seeded).Should().NotBe(first);
        _emulator.Reset();
        Run(_emulator).Should().Be(first);
    }

    [Fact]
    public async Task A_notification_that_is_added_is_the_newest()
    {
        var added = _emulator.AddNotification(one => one.Title = "Mine");

        var page = await _emulator.CreateClient().ListNotificationsAsync(new() { Limit = 2 });

        page.Data[0].Should().BeEquivalentTo(
            new { added.Id, Title = "Mine", Type = NotificationType.ConversationCreated, UserId = "u_emulator", IsRead = false });
        page.Data[0].CreatedAt.Should().BeAfter(page.Data[1].CreatedAt!.Value);
    }

    [Fact]
    public void Bad_arrangements_say_what_to_do()
    {
        var taken = _emulator.Contacts[3].Id;
        var comment = _emulator.CommentsOf(taken)[0].Id;
        var conversation = _emulator.ConversationsOf(taken)[0].Id;

        void Fails(Action<ContactsEmulator> act, string parameter, string message) =>
            _emulator.Invoking(act).Should().Throw<ArgumentException>().WithMessage(message).WithParameterName(parameter);

        Fails(one => one.CommentsOf("con_none"), "contactId", "*no contact with this id*AddContact*");
        Fails(one => one.CommentsOf(null!), "contactId", "*");
        Fails(one => one.AddFile("con_none", "x.png"), "contactId", "*no contact with this id*");
        Fails(one => one.ActivitiesOf("conv_none"), "conversationId", "*no conversation with this id*AddConversation*");
        Fails(one => one.AddActivity("conv_none"), "conversationId", "*no conversation with this id*");
        Fails(one => one.NotificationsOf("Nobody"), "user", "*no user of this name*Users*");
        Fails(one => one.AddNotification(user: "Nobody"), "user", "*no user of this name*");
        Fails(one => one.AddComment(taken, " "), "text", "*");
        Fails(one => one.AddContact(contact => contact.Id = taken), "configure", "*a contact with this id already*");
        Fails(one => one.AddContact(contact => contact.Id = ""), "configure", "*empty*");
        Fails(one => one.AddComment(taken, "x", added => added.Id = comment), "configure", "*comment of this contact*already*");
        Fails(one => one.AddConversation(taken, added => added.Id = conversation), "configure", "*a conversation with this id already*");
        _emulator.Contacts.Should().HaveCount(25);
    }
}
