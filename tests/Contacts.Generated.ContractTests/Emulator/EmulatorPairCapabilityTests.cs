namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>What stands on top of the operations works for either dialect of the SDK on either form of the emulator too.</summary>
public sealed class EmulatorPairCapabilityTests
{
    private static readonly ContactsPagingOptions _smallPages = new() { PageSize = 7, MaxPagesInFlight = 2 };

    [Theory]
    [MemberData(nameof(Pair.All), MemberType = typeof(Pair))]
    public async Task All_pages_are_read(ContactsDialect dialect, ContactsDialect form)
    {
        using var pair = new Pair(dialect, form);
        var ids = pair.Emulator.Contacts.Select(contact => contact.Id).ToList();

        (await IdsAsync(pair.Client.ListAllAsync(new ContactsListOptions { Sort = "created_at" }, _smallPages), contact => contact.Id))
            .Should().Equal(ids);
        (await IdsAsync(pair.Client.SearchAllAsync("example", paging: _smallPages), contact => contact.Id))
            .Should().BeEquivalentTo(ids.SkipLast(1), "nothing is known of the last one");
        (await IdsAsync(pair.Client.ListAllNotificationsAsync(paging: _smallPages), one => one.Id))
            .Should().Equal(pair.Emulator.Notifications.Select(one => one.Id));

        var comments = await pair.Client.GetCommentsAsync(ids[0], new ContactsGetCommentsOptions { Limit = 100 });
        comments.Should().HaveCountGreaterThan(_smallPages.PageSize);
        (await IdsAsync(pair.Client.GetAllCommentsAsync(ids[0], paging: _smallPages), comment => comment.Id))
            .Should().Equal(comments.Select(comment => comment.Id));
    }

    [Theory]
    [MemberData(nameof(Pair.All), MemberType = typeof(Pair))]
    public async Task All_notifications_are_marked_and_new_ones_are_noticed(ContactsDialect dialect, ContactsDialect form)
    {
        using var pair = new Pair(dialect, form);
        pair.Emulator.Notifications.Should().Contain(notification => !notification.IsRead);

        (await pair.Client.MarkAllNotificationsReadAsync()).Success.Should().BeTrue();
        pair.Emulator.Notifications.Should().OnlyContain(notification => notification.IsRead);

        await foreach (var notification in pair.Client.WatchNotificationsAsync(new ContactsWatchOptions { IncludeExisting = true }))
        {
            pair.Emulator.Notifications.Select(one => one.Id).Should().Contain(notification.Id);
            break;
        }
    }

    [Theory]
    [MemberData(nameof(Pair.All), MemberType = typeof(Pair))]
    public async Task An_avatar_is_set_and_an_export_becomes_a_file(ContactsDialect dialect, ContactsDialect form)
    {
        using var pair = new Pair(dialect, form);
        var id = pair.Emulator.Contacts[3].Id;
        var folder = Directory.CreateTempSubdirectory("pair");
        try
        {
            var contact = await pair.Client.SetAvatarAsync(id, UploadContent.FromBytes(new byte[] { 1, 2, 3 }, "avatar.png"));
            contact.AvatarUrl.Should().StartWith(pair.Emulator.GatewayUrl.ToString()).And.Be(pair.Emulator.Contacts[3].AvatarUrl);

            var path = Path.Combine(folder.FullName, "contacts.csv");
            await pair.Client.ExportCsvToFileAsync(path);
            (await File.ReadAllTextAsync(path)).Should().Contain(id);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Pair.All), MemberType = typeof(Pair))]
    public async Task A_request_of_ones_own_goes_through(ContactsDialect dialect, ContactsDialect form)
    {
        using var pair = new Pair(dialect, form);
        using var request = new HttpRequestMessage(HttpMethod.Get, "contacts?limit=3");
        request.Headers.Add("Accept", "application/json");

        using var response = await pair.Client.SendAsync(request);

        (await response.Content.ReadAsStringAsync())
            .Should().Contain(pair.Emulator.Contacts[2].Id).And.NotContain(pair.Emulator.Contacts[3].Id);
    }

    private static async Task<List<string>> IdsAsync<T>(ContactsPageable<T> items, Func<T, string> id)
    {
        var ids = new List<string>();
        await foreach (var item in items)
        {
            ids.Add(id(item));
        }

        return ids;
    }
}
