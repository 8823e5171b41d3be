using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>Credentials that belong to several users.</summary>
public sealed class EmulatorUserTests : IAsyncDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start(options =>
    {
        options.Users["api_second"] = "Second User";
        options.Users["acc_second"] = "Second User";
        options.Users["acc_third"] = "Third User";
    });

    private readonly ContactsClient _first;
    private readonly ContactsClient _second;

    public EmulatorUserTests()
    {
        _first = _emulator.CreateClient();
        _second = _emulator.CreateClient(options => options.ApiKey = "api_second");
    }

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Fact]
    public async Task Users_see_their_own_notifications()
    {
        var first = await IdsAsync(_first);
        var second = await IdsAsync(_second);
        var third = await IdsAsync(_emulator.CreateClient(options => options.AccessToken = "acc_third"));

        first.Should().Equal(_emulator.Notifications.Select(one => one.Id))
            .And.Equal(_emulator.NotificationsOf("Current User").Select(one => one.Id));
        second.Should().HaveCount(30).And.Equal(_emulator.NotificationsOf("Second User").Select(one => one.Id));
        third.Should().HaveCount(30).And.NotIntersectWith(second).And.NotIntersectWith(first);
        second.Should().NotIntersectWith(first);
        _emulator.NotificationsOf("Second User").Select(one => one.UserId).Distinct().Should().ContainSingle()
            .Which.Should().StartWith("u_").And.NotBe(_emulator.Notifications[0].UserId);
    }

    [Fact]
    public async Task A_user_is_the_same_with_each_of_their_credentials()
    {
        var byKey = await IdsAsync(_second);

        (await IdsAsync(_emulator.CreateClient(options => options.AccessToken = "acc_second"))).Should().Equal(byKey);
        using var http = new EmulatorHttp(_emulator, withKey: false);
        using var bearer = await http.SendAsync("GET", "/notifications?limit=1", null, ("Authorization", "bearer acc_second"));
        (await EmulatorHttp.ReadAsync(bearer)).GetProperty("data")[0].GetProperty("id").GetString().Should().Be(byKey[0]);
        using var both = await http.SendAsync(
            "GET", "/notifications?limit=1", null, ("x-api-key", "api_second"), ("x-access-token", "acc_third"));
        (await EmulatorHttp.ReadAsync(both)).GetProperty("data")[0].GetProperty("id").GetString()
            .Should().Be(byKey[0], "a key counts first");
    }

    [Fact]
    public async Task Marking_and_dismissing_does_not_touch_those_of_others()
    {
        var unread = _emulator.Notifications.Count(one => !one.IsRead);

        await _second.MarkAllNotificationsReadAsync();
        await _second.DismissNotificationAsync(_emulator.NotificationsOf("Second User")[0].Id);
        await _second.DismissNotificationAsync(_emulator.Notifications[0].Id);

        _emulator.NotificationsOf("Second User").Should().HaveCount(29).And.OnlyContain(one => one.IsRead);
        _emulator.Notifications.Should().HaveCount(30);
        _emulator.Notifications.Count(one => !one.IsRead).Should().Be(unread);

        await _second.DismissAllNotificationsAsync();

        _emulator.NotificationsOf("Second User").Should().BeEmpty();
        _emulator.Notifications.Should().HaveCount(30);
        _emulator.Reset();
        _emulator.NotificationsOf("Second User").Should().HaveCount(30);
    }

    [Fact]
    public async Task Comments_are_written_in_the_name_of_the_user()
    {
        var id = _emulator.Contacts[0].Id;

        var first = await _first.CreateCommentAsync(id, new() { Text = "One" });
        var second = await _second.CreateCommentAsync(id, new() { Text = "Two" });

        (first.From!.Id, first.From.DisplayName!).Should().Be(("u_emulator", "Current User"));
        (second.From!.Id, second.From.DisplayName!).Should().Be((_emulator.NotificationsOf("Second User")[0].UserId!, "Second User"));
        _emulator.CommentsOf(id).TakeLast(2).Select(one => one.From!.DisplayName).Should().Equal("Current User", "Second User");
    }

    [Fact]
    public async Task A_notification_is_added_to_the_user_who_is_named()
    {
        var added = _emulator.AddNotification(one => one.Title = "Mine", user: "Second User");

        (await _second.ListNotificationsAsync()).Data[0].Should().BeEquivalentTo(new { added.Id, Title = "Mine" });
        added.UserId.Should().Be(_emulator.NotificationsOf("Second User")[1].UserId);
        _emulator.Notifications.Should().HaveCount(30);
    }

    [Theory]
    [InlineData("", "Second User")]
    [InlineData("api_secret", " ")]
    public void An_empty_credential_or_name_is_an_error_that_tells_no_credential(string credential, string name) =>
        FluentActions.Invoking(() => ContactsEmulator.Start(options => options.Users[credential] = name))
            .Should().Throw<ArgumentException>().WithParameterName("Users").And.Message.Should().NotContain("api_secret");

    private static async Task<List<string>> IdsAsync(ContactsClient client) =>
        await client.ListAllNotificationsAsync().Select(one => one.Id).ToListAsync();
}
