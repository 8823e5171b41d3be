using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Contacts.Generated.Testing;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace Contacts.Generated.Sync.Tests;

/// <summary>When a contact that the list did not show is removed, and when nothing is.</summary>
public class RemovalTests
{
    private static readonly JsonSerializerOptions _json =
        new() { TypeInfoResolver = JsonTypeInfoResolver.Combine(ContactsJson.TypeInfoResolver, new DefaultJsonTypeInfoResolver()) };

    [Fact]
    public async Task A_contact_that_the_list_leaves_out_and_that_exists_stays()
    {
        await using var host = await MirrorHost.StartAsync();
        await host.RunPassAsync();
        var hidden = host.Emulator.Contacts[10];
        host.Emulator.Contacts.RemoveAt(10);
        ServeAlone(host.Emulator, hidden.Id);

        var slice = (await host.RunPassAsync()).Single();

        slice.Should().BeEquivalentTo(new { Removed = 0, Undecided = 0 });
        (await host.RowsAsync()).Should().Contain(row => row.Id == hidden.Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_contact_is_removed_once_the_service_says_not_found(bool olderService)
    {
        await using var host = await MirrorHost.StartAsync(service: options => options.OlderService = olderService);
        await host.RunPassAsync();
        var id = host.Emulator.Contacts[0].Id;
        host.Emulator.Contacts.RemoveAt(0);

        (await host.RunPassAsync()).Single().Removed.Should().Be(1);

        host.Emulator.Requests[^1].Should().BeEquivalentTo(new { Operation = ContactsOperations.Get });
        host.Emulator.Requests[^1].Path.Should().EndWith(id);
        await host.ShouldEqualServiceAsync();
    }

    [Fact]
    public async Task Many_removals_are_looked_up_in_batches()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 100, mirror => mirror.LookupSize = 7);
        await host.RunPassAsync();
        for (var index = 0; index < 20; index++)
        {
            host.Emulator.Contacts.RemoveAt(index * 3);
        }

        (await host.RunPassAsync()).Single().Removed.Should().Be(20);

        await host.ShouldEqualServiceAsync();
    }

    [Fact]
    public async Task A_contact_that_cannot_be_looked_up_stays_and_does_not_hold_up_others()
    {
        await using var host = await MirrorHost.StartAsync();
        await host.RunPassAsync();
        host.Emulator.Contacts.RemoveAt(5);
        host.Emulator.Contacts.RemoveAt(5);
        host.Emulator.FailNext(ContactsOperations.Get, EmulatorFault.Status(500));

        (await host.RunPassAsync()).Single().Should().BeEquivalentTo(new { Removed = 1, Undecided = 1, MoreToDo = false });
        host.Logs.Lines.Should().ContainSingle(line => line.EventName == "LookupFailed");

        (await host.RunPassAsync()).Single().Should().BeEquivalentTo(new { Removed = 1, Undecided = 0 });
        await host.ShouldEqualServiceAsync();
    }

    [Theory]
    [InlineData(false, 149, "400 Bad Request")]
    [InlineData(true, 150, "The server repeats itself")]
    public async Task A_capped_list_removes_nothing(bool isSilent, int seen, string reason)
    {
        await using var host = await MirrorHost.StartAsync(contacts: 200, mirror => mirror.PageSize = 50, service =>
            service.SkipLimit = new EmulatorSkipLimit { MaxSkip = 50, IsSilent = isSilent });
        await host.RunPassAsync();
        var rows = (await host.RowsAsync()).Count;
        host.Emulator.Contacts.RemoveAt(3);
        await host.Emulator.CreateClient().CreateAsync(new CreateContactInput { Name = "Added" });

        var slice = (await host.RunPassAsync()).Single();

        slice.Should().BeEquivalentTo(new { Removed = 0, MoreToDo = false, Blocked = ContactsMirrorBlock.Capped });
        slice.BlockedReason.Should().Contain($"could not be read further after {seen} contacts").And.Contain(reason);
        (await host.RowsAsync()).Should().HaveCountGreaterThanOrEqualTo(rows);
        host.Emulator.Requests.Should().NotContain(request => request.Operation == ContactsOperations.Get);
        (await host.StateAsync()).Should()
            .BeEquivalentTo(new { Blocked = ContactsMirrorBlock.Capped, UpToDateAt = default(DateTimeOffset?) });
        host.Logs.Lines.Should().Contain(line => line.EventName == "RemovalBlocked" && line.Text.Contains(reason));
    }

    [Fact]
    public async Task A_list_that_is_shorter_than_its_total_removes_nothing()
    {
        await using var host = await MirrorHost.StartAsync(mirror: options => options.PageSize = 59);
        await host.RunPassAsync();
        var page = new { data = host.Emulator.Contacts.Take(59), count = 60, has_more = false };
        host.Emulator.Server.Given(Request.Create().UsingGet().WithPath("/channel-service/v1/contacts"))
            .RespondWith(Response.Create()
                .WithHeader("content-type", "application/json").WithBody(JsonSerializer.Serialize(page, _json)));

        var slice = (await host.RunPassAsync()).Single();

        slice.Should().BeEquivalentTo(new { Removed = 0, Blocked = ContactsMirrorBlock.Capped, Cause = default(ContactsException?) });
        slice.BlockedReason.Should().StartWith("The list ended after 59 contacts, but the service says that there are 60");
    }

    [Fact]
    public async Task An_emptied_list_removes_nothing()
    {
        await using var host = await MirrorHost.StartAsync();
        await host.RunPassAsync();
        host.Emulator.Contacts.Clear();

        var slice = (await host.RunPassAsync()).Single();

        slice.Should().BeEquivalentTo(new { Removed = 0, MoreToDo = false, Blocked = ContactsMirrorBlock.Shrank });
        slice.BlockedReason.Should().Contain("showed 0 contacts").And.Contain("60 others").And.Contain("MaxShrinkage");
        (await host.RowsAsync()).Should().HaveCount(60);
        (await host.ChangesAsync()).Should().HaveCount(60);
    }

    [Fact]
    public async Task A_list_of_one_contact_that_is_emptied_removes_nothing()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 1);
        await host.RunPassAsync();
        host.Emulator.Contacts.Clear();

        (await host.RunPassAsync()).Single().Blocked.Should().Be(ContactsMirrorBlock.Shrank);
    }

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, ContactsMirrorBlock.Shrank)]
    public async Task A_list_may_shrink_by_a_fifth(int removed, ContactsMirrorBlock? blocked)
    {
        await using var host = await MirrorHost.StartAsync(contacts: 100);
        await host.RunPassAsync();
        RemoveFirst(host.Emulator, removed);

        var slice = (await host.RunPassAsync()).Single();

        slice.Blocked.Should().Be(blocked);
        slice.Removed.Should().Be(blocked is null ? removed : 0);
    }

    [Fact]
    public async Task How_much_a_list_may_shrink_is_settable()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 100, mirror => mirror.MaxShrinkage = 1);
        await host.RunPassAsync();
        host.Emulator.Contacts.Clear();

        (await host.RunPassAsync()).Single().Should().BeEquivalentTo(new { Removed = 100 });
        await host.ShouldEqualServiceAsync();
    }

    [Fact]
    public async Task A_list_of_other_contacts_removes_nothing_however_long_it_is()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 30);
        await host.RunPassAsync();
        host.Emulator.Contacts.Clear();
        for (var index = 0; index < 200; index++)
        {
            host.Emulator.Contacts.Add(new Contact { Id = $"con_other_{index}", CreatedAt = DateTimeOffset.UnixEpoch.AddDays(index) });
        }

        (await host.RunPassAsync()).Single().Should().BeEquivalentTo(new { Removed = 0, Blocked = ContactsMirrorBlock.Shrank });
        (await host.RowsAsync()).Should().HaveCount(230);
    }

    [Fact]
    public async Task A_list_behind_a_403_removes_nothing()
    {
        await using var host = await MirrorHost.StartAsync();
        await host.RunPassAsync();
        host.Emulator.FailNext(operation: null, EmulatorFault.Status(403));

        var slice = (await host.RunPassAsync()).Single();

        slice.Should().BeEquivalentTo(new { Removed = 0, MoreToDo = false, Blocked = ContactsMirrorBlock.Refused });
        slice.Cause.Should().BeOfType<ContactsPermissionException>();
        (await host.RowsAsync()).Should().HaveCount(60);
        (await host.StateAsync()).Blocked.Should().Be(ContactsMirrorBlock.Refused);

        // The next pass is as good as any.
        host.Emulator.Contacts.RemoveAt(0);
        (await host.RunPassAsync()).Single().Should().BeEquivalentTo(new { Removed = 1, Blocked = default(ContactsMirrorBlock?) });
        await host.ShouldEqualServiceAsync();
    }

    [Fact]
    public async Task A_lookup_behind_a_403_removes_nothing()
    {
        await using var host = await MirrorHost.StartAsync();
        await host.RunPassAsync();
        RemoveFirst(host.Emulator, 3);
        host.Emulator.FailNext(ContactsOperations.Get, EmulatorFault.Status(403));

        (await host.RunPassAsync()).Single().Should().BeEquivalentTo(new { Removed = 0, Blocked = ContactsMirrorBlock.Refused });
        (await host.RowsAsync()).Should().HaveCount(60);
    }

    [Fact]
    public async Task A_credential_that_is_refused_is_an_error_and_removes_nothing()
    {
        await using var host = await MirrorHost.StartAsync();
        await host.RunPassAsync();
        host.Emulator.FailNext(operation: null, EmulatorFault.Status(401));

        await host.Awaiting(mirror => mirror.RunSliceAsync()).Should().ThrowAsync<ContactsAuthenticationException>();

        (await host.RowsAsync()).Should().HaveCount(60);
        await host.RunPassAsync();
        await host.ShouldEqualServiceAsync();
    }

    [Fact]
    public async Task Rows_that_an_application_deleted_come_back_and_upset_nothing()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 50);
        await host.RunPassAsync();
        await using (var db = host.Open())
        {
            db.RemoveRange(db.Set<MirroredContact>().Take(20));
            await db.SaveChangesAsync();
        }

        (await host.RunPassAsync()).Single().Should().BeEquivalentTo(new { Added = 20, Blocked = default(ContactsMirrorBlock?) });

        (await host.RowsAsync()).Should().HaveCount(50);
        (await host.StateAsync()).Contacts.Should().Be(50);
    }

    private static void RemoveFirst(ContactsEmulator emulator, int count)
    {
        for (; count > 0; count--)
        {
            emulator.Contacts.RemoveAt(0);
        }
    }

    /// <summary>Makes the service give a contact that it does not list.</summary>
    private static void ServeAlone(ContactsEmulator emulator, string id) => emulator.Server
        .Given(Request.Create().UsingGet().WithPath($"/channel-service/v1/contacts/{id}"))
        .RespondWith(Response.Create().WithBodyAsJson(new { id, display_name = "Hidden" }));
}
