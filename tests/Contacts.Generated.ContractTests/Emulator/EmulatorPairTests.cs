namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>Every operation works for either dialect of the SDK on either form of the emulator.</summary>
public sealed class EmulatorPairTests
{
    [Theory]
    [MemberData(nameof(Pair.All), MemberType = typeof(Pair))]
    public async Task Contacts_are_read_found_and_changed(ContactsDialect dialect, ContactsDialect form)
    {
        using var pair = new Pair(dialect, form);
        var (emulator, client) = (pair.Emulator, pair.Client);
        var contact = emulator.Contacts[2];

        var page = await client.ListAsync(new ContactsListOptions { Limit = 3, Skip = 2, Sort = "created_at" });
        page.Data.Select(item => item.Id).Should().Equal(emulator.Contacts.Skip(2).Take(3).Select(item => item.Id));
        page.Total.Should().Be(25);

        var found = await client.SearchAsync(contact.Email!);
        found.Data.Should().ContainSingle().Which.Id.Should().Be(contact.Id);

        var updated = await client.UpdateAsync(
            contact.Id, new UpdateContactInput { Name = "Grace Example", Email = "grace@example.com", Phone = "5550123" });
        updated.DisplayName.Should().Be("Grace Example");
        updated.UpdatedAt.Should().NotBeNull();

        var read = await client.GetAsync(contact.Id);
        read.Email.Should().Be("grace@example.com");
        read.PhoneNumber.Should().Be("5550123");
        read.CreatedAt.Should().Be(contact.CreatedAt);

        await FluentActions.Awaiting(() => client.GetAsync("con_unknown")).Should().ThrowAsync<ContactsNotFoundException>();
    }

    [Theory]
    [MemberData(nameof(Pair.All), MemberType = typeof(Pair))]
    public async Task Contacts_are_created_commented_on_and_deleted(ContactsDialect dialect, ContactsDialect form)
    {
        using var pair = new Pair(dialect, form);
        var (emulator, client) = (pair.Emulator, pair.Client);

        var created = await client.CreateAsync(new CreateContactInput { Name = "Grace Example", Phone = "5550123" });
        emulator.Contacts[^1].Should().BeEquivalentTo(new { created.Id, DisplayName = "Grace Example", PhoneNumber = "5550123" });

        var written = await client.CreateCommentAsync(created.Id, new CreateCommentInput { Text = "Called back" });
        (await client.GetCommentAsync(created.Id, written.Id)).Text.Should().Be("Called back");
        (await client.GetCommentsAsync(created.Id)).Should().ContainSingle().Which.Id.Should().Be(written.Id);
        await client.DeleteCommentAsync(created.Id, written.Id);
        (await client.GetCommentsAsync(created.Id)).Should().BeEmpty();

        (await client.DeleteAsync(created.Id)).Message.Should().NotBeEmpty();
        emulator.Contacts.Should().HaveCount(25);
        await FluentActions.Awaiting(() => client.DeleteAsync(created.Id)).Should().ThrowAsync<ContactsNotFoundException>();
    }

    [Theory]
    [MemberData(nameof(Pair.All), MemberType = typeof(Pair))]
    public async Task What_belongs_to_a_contact_is_read(ContactsDialect dialect, ContactsDialect form)
    {
        using var pair = new Pair(dialect, form);
        var (emulator, client) = (pair.Emulator, pair.Client);
        var contact = emulator.Contacts[1];

        var conversations = await client.GetConversationsAsync(contact.Id);
        conversations.Should().NotBeEmpty();
        conversations.Should().OnlyContain(
            conversation => conversation.ContactId == contact.Id && conversation.Status != null && conversation.Timestamp != null);
        (await client.GetActivitiesAsync(conversations[0].Id))
            .Should().NotBeEmpty().And.OnlyContain(activity => activity.Id != "" && activity.CreatedAt != null);
        (await client.GetConversationsAsync(
            contact.Id, new ContactsGetConversationsOptions { ChannelTypes = [conversations[0].ChannelType!.Value, "telex"] }))
            .Should().OnlyContain(conversation => conversation.ChannelType == conversations[0].ChannelType).And.NotBeEmpty();

        (await client.GetCommentsAsync(contact.Id, new ContactsGetCommentsOptions { Limit = 4, Skip = 1 }))
            .Should().HaveCount(4).And.OnlyContain(comment => comment.Text != null);
        var messages = await client.GetMessageCommentsAsync(contact.Id, new ContactsGetMessageCommentsOptions { Limit = 50 });
        messages.Should().HaveCount(50).And.OnlyContain(message => message.Comments!.Count > 0);
        (await client.GetByBoardItemAsync(contact.BoardItemId!)).Id.Should().Be(contact.Id);
        (await client.GetFilesAsync(contact.Id))
            .Should().NotBeEmpty().And.OnlyContain(file => file.Name!.Contains('.') || form == ContactsDialect.WebApp)
            .And.OnlyContain(file => file.Url!.StartsWith("https://files.example.com/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pair.All), MemberType = typeof(Pair))]
    public async Task Notifications_are_listed_read_and_dismissed(ContactsDialect dialect, ContactsDialect form)
    {
        using var pair = new Pair(dialect, form);
        var (emulator, client) = (pair.Emulator, pair.Client);

        var page = await client.ListNotificationsAsync(new ContactsListNotificationsOptions { Limit = 5 });
        page.Total.Should().Be(30);
        page.Data.Should().HaveCount(5).And.OnlyContain(notification => notification.UserId == "u_emulator");
        page.Data[1].Type.Should().Be(NotificationType.ConversationAssigned);

        (await client.MarkNotificationsReadAsync([page.Data[0].Id, page.Data[1].Id])).Success.Should().BeTrue();
        emulator.Notifications.Take(2).Should().OnlyContain(notification => notification.IsRead);

        (await client.DismissNotificationAsync(page.Data[0].Id)).Success.Should().BeTrue();
        emulator.Notifications.Should().HaveCount(29);

        (await client.DismissAllNotificationsAsync()).Success.Should().BeTrue();
        emulator.Notifications.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pair.All), MemberType = typeof(Pair))]
    public async Task Files_go_up_and_the_export_comes_down(ContactsDialect dialect, ContactsDialect form)
    {
        using var pair = new Pair(dialect, form);
        var (emulator, client) = (pair.Emulator, pair.Client);
        byte[] bytes = [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 255, 13, 10];

        var uploaded = await client.UploadAvatarAsync(UploadContent.FromBytes(bytes, "avatar.png"));
        using var http = new EmulatorHttp(emulator, withKey: false);
        (await http.DownloadAsync(uploaded.Url)).Should().Equal(bytes);

        await using var export = await client.ExportCsvAsync();
        export.Length.Should().BePositive();
        using var reader = new StreamReader(export.Content);
        (await reader.ReadToEndAsync()).Should().StartWith("id,").And.Contain("person24@example.com");
    }
}
