using System.Text.Json;
using Contacts.Generated.Testing;

namespace Contacts.Generated.Sync.Tests;

/// <summary>What passes over a list make of the rows.</summary>
public class PassTests
{
    private static readonly JsonSerializerOptions _json = new() { TypeInfoResolver = ContactsJson.TypeInfoResolver };

    [Fact]
    public async Task The_first_pass_adds_a_row_for_each_contact()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 250);

        var slice = (await host.RunPassAsync()).Should().ContainSingle().Which;

        slice.Should().BeEquivalentTo(new { Added = 250, Updated = 0, Removed = 0, MoreToDo = false, GaveWay = false, LastChange = 250L });
        slice.Blocked.Should().BeNull();
        await host.ShouldEqualServiceAsync();
    }

    [Fact]
    public async Task A_row_has_the_whole_contact_as_json()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 1);
        host.Emulator.Contacts[0].AdditionalProperties["favourite_colour"] = "grün";
        var expected = await host.Emulator.CreateClient().GetAsync(host.Emulator.Contacts[0].Id);

        await host.RunPassAsync();

        var row = (await host.RowsAsync()).Single();
        var contact = JsonSerializer.Deserialize<Contact>(row.Json, _json);
        contact.Should().BeEquivalentTo(expected);
        row.Json.Should().Contain("\"favourite_colour\":\"grün\"");
    }

    [Fact]
    public async Task A_pass_without_changes_writes_no_change()
    {
        await using var host = await MirrorHost.StartAsync();
        await host.RunPassAsync();

        var slice = (await host.RunPassAsync()).Single();

        slice.Should().BeEquivalentTo(new { Added = 0, Updated = 0, Removed = 0, LastChange = 60L });
        await host.ShouldEqualServiceAsync();
    }

    [Fact]
    public async Task An_update_names_the_fields_that_differ()
    {
        await using var host = await MirrorHost.StartAsync();
        await host.RunPassAsync();
        var contact = host.Emulator.Contacts[17];
        (contact.Email, contact.DisplayName, contact.Remark) = ("new@example.com", "New Name", null);
        contact.AdditionalProperties["favourite_colour"] = "blue";

        await host.RunPassAsync();

        (await host.ChangesAsync(after: 60)).Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Number = 61,
            Kind = ContactsMirrorChangeKind.Updated,
            ContactId = contact.Id,
            Fields = new[] { "display_name", "email", "favourite_colour", "remark" },
        });
        await host.ShouldEqualServiceAsync();
    }

    [Fact]
    public async Task Added_and_removed_contacts_are_followed()
    {
        await using var host = await MirrorHost.StartAsync();
        await host.RunPassAsync();
        var removed = host.Emulator.Contacts[30].Id;
        host.Emulator.Contacts.RemoveAt(30);
        var added = await host.Emulator.CreateClient().CreateAsync(new CreateContactInput { Name = "Added" });

        var slice = (await host.RunPassAsync()).Single();

        slice.Should().BeEquivalentTo(new { Added = 1, Removed = 1 });
        (await host.ChangesAsync(after: 60)).Select(change => $"{change.Number} {change.Kind} {change.ContactId}").Should().Equal(
            $"61 Added {added.Id}", $"62 Removed {removed}");
        await host.ShouldEqualServiceAsync();
    }

    [Fact]
    public async Task New_contacts_come_before_the_list()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 95, mirror => mirror.PageSize = 10);
        await host.RunPassAsync();
        var client = host.Emulator.CreateClient();
        for (var index = 0; index < 25; index++)
        {
            await client.CreateAsync(new CreateContactInput { Name = "Added" });
        }

        var addedBeforeTheList = 0L;
        host.Steps.At = async (_, _) =>
        {
            if (!host.Emulator.Requests[^1].Path.Contains("sort=created_at", StringComparison.Ordinal))
            {
                addedBeforeTheList = (await host.StateAsync()).Contacts - 95;
            }
        };
        await host.RunPassAsync();

        addedBeforeTheList.Should().Be(25);
        await host.ShouldEqualServiceAsync();
    }

    [Fact]
    public async Task More_new_contacts_than_the_service_shows_do_not_keep_a_pass_from_its_list()
    {
        await using var host = await MirrorHost.StartAsync(
            contacts: 10, mirror => mirror.PageSize = 10, service => service.SkipLimit = new EmulatorSkipLimit { MaxSkip = 40 });
        await host.RunPassAsync();
        for (var index = 0; index < 120; index++)
        {
            host.Emulator.Contacts.Add(new Contact { Id = $"con_{index}", CreatedAt = DateTimeOffset.UnixEpoch.AddYears(100 + index) });
        }

        var slice = (await host.RunPassAsync()).Single();

        slice.Blocked.Should().Be(ContactsMirrorBlock.Capped);
        slice.Added.Should().BeInRange(60, 100, "both ends of the list were read as far as the service shows them");
        (await host.RunPassAsync()).Single().Added.Should().Be(0);
    }

    [Fact]
    public async Task A_list_that_shifts_while_it_is_read_is_followed_once_it_stands_still()
    {
        await using var host = await MirrorHost.StartAsync(
            contacts: 120, mirror => (mirror.PageSize, mirror.MaxShrinkage) = (10, 1));
        var (contacts, moves) = (host.Emulator.Contacts, 0);
        host.Steps.At = (_, name) =>
        {
            // Several pages are asked for at a time.
            lock (contacts)
            {
                host.Emulator.AddContact();
                contacts.RemoveAt(7 * ++moves % contacts.Count);
            }

            return Task.CompletedTask;
        };
        await host.RunPassAsync();
        await host.RunPassAsync();
        host.Steps.At = null;

        await host.RunPassAsync();
        await host.RunPassAsync();

        await host.ShouldEqualServiceAsync();
        var changes = await host.ChangesAsync();
        changes.Select(change => change.Number).Should().Equal(Enumerable.Range(1, changes.Count).Select(number => (long)number));
    }

    [Fact]
    public async Task A_slice_ends_when_its_time_is_up_and_the_next_one_goes_on()
    {
        await using var host = await MirrorHost.StartAsync(
            contacts: 200, mirror => (mirror.PageSize, mirror.CommitSize, mirror.SliceTime) = (10, 20, TimeSpan.FromSeconds(30)));
        host.Steps.At = (_, name) =>
        {
            host.Clock.Advance(name == "call" ? TimeSpan.FromSeconds(5) : TimeSpan.Zero);
            return Task.CompletedTask;
        };

        var slices = await host.RunPassAsync();

        slices.Should().HaveCountGreaterThan(3);
        slices.Should().OnlyContain(slice => slice.Read > 0 && !slice.GaveWay);
        slices.Sum(slice => slice.Added).Should().Be(200);
        await host.ShouldEqualServiceAsync();
    }

    [Fact]
    public async Task A_service_that_takes_longer_than_a_slice_still_gets_somewhere()
    {
        await using var host = await MirrorHost.StartAsync(
            contacts: 60, mirror => (mirror.PageSize, mirror.SliceTime) = (20, TimeSpan.FromSeconds(30)));
        host.Steps.At = (_, name) =>
        {
            host.Clock.Advance(name == "call" ? TimeSpan.FromSeconds(29) : TimeSpan.Zero);
            return Task.CompletedTask;
        };

        (await host.RunPassAsync()).Should().HaveCountLessThan(12);

        await host.ShouldEqualServiceAsync();
    }

    [Fact]
    public async Task A_position_of_another_gateway_is_dropped()
    {
        await using var host = await MirrorHost.StartAsync(
            contacts: 100, mirror => (mirror.PageSize, mirror.CommitSize, mirror.SliceTime) = (10, 10, TimeSpan.FromTicks(1)));
        host.Steps.At = (_, _) =>
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            return Task.CompletedTask;
        };
        (await host.RunSliceAsync()).MoreToDo.Should().BeTrue();
        await using (var db = host.Open())
        {
            var state = db.Set<ContactsMirrorState>().Single();
            db.Entry(state).Property(row => row.Position).CurrentValue = "no position";
            await db.SaveChangesAsync();
        }

        await host.RunPassAsync();

        host.Logs.Lines.Should().Contain(line => line.EventName == "PositionDropped");
        await host.ShouldEqualServiceAsync();
    }
}
