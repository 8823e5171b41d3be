using Contacts.Generated.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>Whole lists against a service that takes five requests a second and then blocks for a minute, without Retry-After.</summary>
public sealed class WholeListLimitTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Five_thousand_contacts_are_all_read_with_the_defaults()
    {
        await using var emulator = Start();

        var ids = await emulator.CreateClient().ListAllAsync().Select(contact => contact.Id).ToListAsync();

        ids.Should().Equal(emulator.Contacts.Select(contact => contact.Id));
        emulator.Waits.Aggregate((one, other) => one + other).Should().BeGreaterThan(TimeSpan.FromMinutes(5), "there were many blocks");
    }

    [Fact]
    public async Task Without_waiting_a_block_out_the_list_fails_and_goes_on_from_its_last_page()
    {
        await using var emulator = Start();
        var client = emulator.CreateClient();
        var paging = new ContactsPagingOptions { MaxBlock = TimeSpan.Zero };
        var ids = new List<string>();
        var failures = 0;
        do
        {
            try
            {
                await foreach (var page in client.ListAllAsync(paging: paging).AsPages())
                {
                    ids.AddRange(page.Data.Select(contact => contact.Id));
                    paging.Continuation = page.Continuation;
                }
            }
            catch (ContactsRateLimitException)
            {
                failures++;
                _clock.Advance(TimeSpan.FromMinutes(1));
            }
        }
        while (paging.Continuation is not null);

        ids.Should().Equal(emulator.Contacts.Select(contact => contact.Id));
        failures.Should().BePositive();
    }

    [Fact]
    public async Task The_first_one_costs_one_request()
    {
        await using var emulator = Start();

        var first = await emulator.CreateClient().ListAllAsync().FirstAsync();

        first.Id.Should().Be(emulator.Contacts[0].Id);
        emulator.Requests.Should().ContainSingle();
    }

    private ContactsEmulator Start() => ContactsEmulator.Start(
        options => (options.Contacts, options.RateLimit, options.TimeProvider) = (5_000, new EmulatorRateLimit(), _clock));
}
