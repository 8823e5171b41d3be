using System.Net;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>Lists that are longer than anything could hold, and services that do not let them be read to the end by skip.</summary>
public sealed class EmulatorLongListTests
{
    private const int TenMillion = 10_000_000;

    [Fact]
    public async Task Ten_million_contacts_take_no_memory_and_are_read_anywhere()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using var emulator = ContactsEmulator.Start(options => options.Contacts = TenMillion);
        var client = emulator.CreateClient();

        var last = await client.ListAsync(new ContactsListOptions { Skip = TenMillion - 3, Sort = "created_at" });
        var first = await client.ListAsync(new ContactsListOptions { Skip = TenMillion - 1, Sort = "-created_at" });

        last.Total.Should().Be(TenMillion);
        last.Data.Select(contact => contact.Email)
            .Should().Equal("person9999998@example.com", "person9999999@example.com", "person10000000@example.com");
        last.Data.Select(contact => contact.CreatedAt!.Value).Should().BeInAscendingOrder()
            .And.OnlyContain(time => time < new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        first.Data.Single().Email.Should().Be("person1@example.com");
        (await client.GetAsync(last.Data[1].Id)).Email.Should().Be("person9999999@example.com");
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(32 << 20);
    }

    [Fact]
    public async Task A_long_list_changes_as_a_short_one_does()
    {
        await using var emulator = ContactsEmulator.Start(options => options.Contacts = TenMillion);
        var client = emulator.CreateClient();
        var five = (await client.ListAsync(new ContactsListOptions { Skip = 5_000_000, Limit = 5 })).Data;

        await client.DeleteAsync(five[1].Id);
        await client.UpdateAsync(five[2].Id, new UpdateContactInput { Name = "Test Person" });
        var created = await client.CreateAsync(new CreateContactInput { Name = "Another Person" });
        emulator.Contacts.Insert(4_000_000, new Contact { Id = "con_test", CreatedAt = five[0].CreatedAt });

        emulator.Contacts.Count.Should().Be(TenMillion + 1);
        (await client.ListAsync(new ContactsListOptions { Skip = 5_000_001, Limit = 3 })).Data.Select(contact => contact.Id)
            .Should().Equal(five[0].Id, five[2].Id, five[3].Id);
        (await client.GetAsync(five[2].Id)).DisplayName.Should().Be("Test Person");
        (await client.ListAsync(new ContactsListOptions { Skip = TenMillion })).Data.Single().Id.Should().Be(created.Id);
        emulator.Contacts[4_000_000].Id.Should().Be("con_test");
        emulator.Contacts.RemoveAt(4_000_000);
        (await client.ListAsync(new ContactsListOptions { Skip = TenMillion - 1, Sort = "created_at" })).Data.Single().Id
            .Should().Be(created.Id, "it is the newest");
        emulator.Reset();
        (await client.GetAsync(five[1].Id)).Id.Should().Be(five[1].Id);
    }

    [Theory]
    [InlineData("/contacts?sort=first_name")]
    [InlineData("/contacts/_search?q=person")]
    [InlineData("/contacts/_export_csv")]
    [InlineData("/contacts/by-board-item/bi_1")]
    public async Task What_would_have_to_make_up_all_of_them_says_so(string path)
    {
        await using var emulator = ContactsEmulator.Start(options => options.Contacts = 100_001);
        using var http = new EmulatorHttp(emulator);

        using var response = await http.SendAsync("GET", path);

        response.StatusCode.Should().Be(HttpStatusCode.NotImplemented);
        (await response.Content.ReadAsStringAsync()).Should().Contain("more than 100,000 contacts");
    }

    [Fact]
    public async Task A_list_in_which_much_was_changed_stays_in_order()
    {
        var random = new Random(1);
        await using var emulator = ContactsEmulator.Start(options => options.Contacts = 5_000);
        var expected = emulator.Contacts.Select(contact => contact.Id).ToList();
        emulator.Reset();
        for (var change = 0; change < 3_000; change++)
        {
            var place = random.Next(expected.Count + 1);
            if (random.Next(2) == 0)
            {
                expected.Insert(place, "con_" + change);
                emulator.Contacts.Insert(place, new Contact { Id = "con_" + change });
            }
            else if (place < expected.Count)
            {
                expected.RemoveAt(place);
                emulator.Contacts.RemoveAt(place);
            }
        }

        emulator.Contacts.Select(contact => contact.Id).Should().Equal(expected);
        var client = emulator.CreateClient();
        foreach (var place in new[] { 0, 1, expected.Count / 2, expected.Count - 1 })
        {
            (await client.ListAsync(new ContactsListOptions { Skip = place, Limit = 1 })).Data.Single().Id.Should().Be(expected[place]);
            (await client.GetAsync(expected[place])).Id.Should().Be(expected[place]);
        }
    }

    [Fact]
    public async Task A_skip_beyond_the_limit_is_refused_as_an_invalid_request()
    {
        await using var emulator = ContactsEmulator.Start(
            options => (options.Contacts, options.SkipLimit) = (500, new() { MaxSkip = 200 }));
        var client = emulator.CreateClient();

        (await client.ListAsync(new ContactsListOptions { Skip = 200 })).Data.Should().HaveCount(10);
        var refusal = await client.Invoking(c => c.ListAsync(new ContactsListOptions { Skip = 201 }))
            .Should().ThrowAsync<ContactsValidationException>();
        (refusal.Which.Status, refusal.Which.Code).Should().Be((400, "40000"));
        await client.Invoking(c => c.ListAllAsync().CountAsync().AsTask()).Should().ThrowAsync<ContactsValidationException>();
    }

    [Fact]
    public async Task Or_it_is_answered_by_an_empty_page_and_no_whole_list_ends_there_as_if_it_were_complete()
    {
        await using var emulator = ContactsEmulator.Start(
            options => (options.Contacts, options.SkipLimit) = (500, new() { MaxSkip = 200, IsSilent = true }));
        var client = emulator.CreateClient();

        var page = await client.ListAsync(new ContactsListOptions { Skip = 201 });

        (page.Data.Count, page.HasMore, page.Total).Should().Be((0, false, 500));
        await client.Invoking(c => c.ListAllAsync().CountAsync().AsTask()).Should().ThrowAsync<ContactsInvalidResponseException>();
    }

    [Fact]
    public void A_skip_limit_is_not_negative() =>
        FluentActions.Invoking(() => ContactsEmulator.Start(options => options.SkipLimit = new() { MaxSkip = -1 }))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("SkipLimit.MaxSkip must be 0 or more*");
}
