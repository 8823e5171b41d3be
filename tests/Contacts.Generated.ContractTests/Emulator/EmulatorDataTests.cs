using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

public sealed class EmulatorDataTests
{
    [Fact]
    public async Task Equal_seeds_give_equal_data_and_other_seeds_other_data()
    {
        await using var one = ContactsEmulator.Start(options => options.Seed = 7);
        await using var same = ContactsEmulator.Start(options => options.Seed = 7);
        await using var other = ContactsEmulator.Start(options => options.Seed = 8);
        var id = one.Contacts[4].Id;

        foreach (var path in (string[])["/contacts?limit=100", "/contacts/_export_csv", $"/contacts/{id}/conversations",
            $"/contacts/{id}/comments", $"/contact/{id}/files", "/notifications"])
        {
            var text = await TextAsync(one, path);
            (await TextAsync(same, path)).Should().Be(text);
            (await TextAsync(other, path)).Should().NotBe(text);
        }
    }

    [Fact]
    public async Task A_run_can_be_repeated_to_the_last_byte()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var emulator = ContactsEmulator.Start(options => options.ShiftWhilePaging = true);
            using var http = new EmulatorHttp(emulator);
            await http.JsonAsync("PUT", $"/contacts/{emulator.Contacts[1].Id}", EmulatorHttp.Json("""{"remark":"x"}"""));
            await http.GetAsync("/contacts");
            runs.Add(await TextAsync(emulator, "/contacts?limit=100"));
        }

        runs[0].Should().Be(runs[1]);
    }

    [Fact]
    public async Task Synthetic_contacts_are_obviously_invented_and_written_in_several_scripts()
    {
        await using var emulator = ContactsEmulator.Start(options => options.Contacts = 200);

        emulator.Contacts.Should().OnlyHaveUniqueItems(contact => contact.Id);
        emulator.Contacts.Where(static (_, index) => index != 24).Should().OnlyContain(
            contact => contact.Email!.EndsWith("@example.com", StringComparison.Ordinal)
                && contact.PhoneNumber!.StartsWith("555", StringComparison.Ordinal));
        emulator.Contacts.Select(contact => contact.CreatedAt!.Value).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        emulator.Contacts.Select(contact => contact.Language).Distinct().Should().HaveCountGreaterThan(8);
        emulator.Contacts.Select(contact => contact.Id)
            .Should().AllSatisfy(id => id.Should().MatchRegex("^con_[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
    }

    [Fact]
    public async Task A_hundred_thousand_contacts_are_paged_searched_sorted_and_exported()
    {
        await using var emulator = ContactsEmulator.Start(options => options.Contacts = 100_000);
        using var http = new EmulatorHttp(emulator);

        var last = (await http.GetAsync("/contacts?skip=99990&limit=100&sort=created_at")).GetProperty("data");
        last.GetArrayLength().Should().Be(10);
        var id = last[9].GetProperty("id").GetString();
        (await http.GetAsync($"/contacts/{id}"))
            .GetProperty("data").GetProperty("email").GetString().Should().Be("person100000@example.com");
        (await http.GetAsync("/contacts?limit=1&sort=-email"))
            .GetProperty("data")[0].GetProperty("email").GetString().Should().Be("person9@example.com");
        (await http.GetAsync("/contacts/_search?q=person77777@example.com")).GetProperty("count").GetInt32().Should().Be(1);
        var conversation = (await http.GetAsync($"/contacts/{id}/conversations")).GetProperty("data")[0].GetProperty("_id").GetString();
        (await http.GetAsync($"/conversations_activities/{conversation}")).GetProperty("items").GetArrayLength().Should().BePositive();
        await http.JsonAsync("PUT", $"/contacts/{id}", EmulatorHttp.Json("""{"email":"changed@example.com"}"""));
        (await http.GetAsync("/contacts/_search?q=changed@example.com")).GetProperty("count").GetInt32().Should().Be(1);

        var client = emulator.CreateClient();
        await using var export = await client.ExportCsvAsync();
        using var reader = new StreamReader(export.Content);
        var addresses = 0;
        while (await reader.ReadLineAsync() is { } line)
        {
            addresses += line.Contains("@example.com", StringComparison.Ordinal) ? 1 : 0;
        }

        addresses.Should().Be(99_999, "one contact has no address");
    }

    [Fact]
    public async Task Lists_that_shift_lose_and_repeat_items_for_who_adds_up_skip()
    {
        await using var emulator = ContactsEmulator.Start(options =>
        {
            options.Contacts = 60;
            options.ShiftWhilePaging = true;
        });
        using var http = new EmulatorHttp(emulator);
        var before = emulator.Contacts.Select(contact => contact.Id).ToHashSet();

        var ids = new List<string>();
        for (var skip = 0; skip < 60; skip += 5)
        {
            ids.AddRange((await http.GetAsync($"/contacts?limit=5&skip={skip}&sort=created_at"))
                .GetProperty("data").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
        }

        var after = emulator.Contacts.Select(contact => contact.Id).ToHashSet();
        after.Should().HaveCount(60).And.NotBeEquivalentTo(before);
        before.Intersect(after).Except(ids).Should().NotBeEmpty("a list that loses items is what shifting pages do");
    }

    [Fact]
    public async Task The_sdks_own_paging_loses_nothing_of_a_list_that_shifts()
    {
        await using var emulator = ContactsEmulator.Start(options =>
        {
            options.Contacts = 60;
            options.ShiftWhilePaging = true;
        });
        var before = emulator.Contacts.Select(contact => contact.Id).ToHashSet();

        var ids = new List<string>();
        await foreach (var contact in emulator.CreateClient()
            .ListAllAsync(new ContactsListOptions { Sort = "created_at" }, new ContactsPagingOptions { PageSize = 20 }))
        {
            ids.Add(contact.Id);
        }

        ids.Should().OnlyHaveUniqueItems();
        ids.Should().Contain(before.Intersect(emulator.Contacts.Select(contact => contact.Id)));
    }

    [Fact]
    public async Task Many_emulators_run_at_once_and_share_nothing()
    {
        var names = await Task.WhenAll(Enumerable.Range(0, 12).Select(async number =>
        {
            await using var emulator = ContactsEmulator.Start(options => options.Contacts = 3 + number);
            var client = emulator.CreateClient();
            await client.UpdateAsync(emulator.Contacts[0].Id, new UpdateContactInput { Name = $"Number {number}" });
            var page = await client.ListAsync();
            page.Total.Should().Be(3 + number);
            emulator.Requests.Should().HaveCount(2);
            return page.Data[0].DisplayName;
        }));

        names.Should().Equal(Enumerable.Range(0, 12).Select(number => $"Number {number}"));
    }

    [Fact]
    public async Task One_emulator_takes_many_requests_at_once_while_the_test_changes_it()
    {
        await using var emulator = ContactsEmulator.Start();
        var client = emulator.CreateClient();

        var reads = Enumerable.Range(0, 40).Select(_ => client.ListAsync(new ContactsListOptions { Sort = "-email" })).ToList();
        for (var number = 0; number < 40; number++)
        {
            emulator.Contacts.Add(new Contact { Id = $"con_{number}" });
            _ = emulator.Contacts.Count(contact => contact.DisplayName is null);
        }

        (await Task.WhenAll(reads)).Should().OnlyContain(page => page.Data.Count == 10);
        (await client.ListAsync()).Total.Should().Be(65);
    }

    private static async Task<string> TextAsync(ContactsEmulator emulator, string path)
    {
        using var http = new EmulatorHttp(emulator);
        using var response = await http.SendAsync("GET", path);
        return await response.Content.ReadAsStringAsync();
    }
}
