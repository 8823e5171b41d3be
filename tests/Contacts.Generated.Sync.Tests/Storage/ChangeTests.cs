using System.Globalization;

namespace Contacts.Generated.Sync.Tests;

/// <summary>Reading and trimming changes.</summary>
public class ChangeTests
{
    [Fact]
    public async Task Changes_are_read_on_from_a_number()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 700);
        await host.RunPassAsync();

        (await host.ChangesAsync(after: 3)).Select(change => change.Number)
            .Should().Equal(Enumerable.Range(4, 697).Select(number => (long)number));
        (await host.ChangesAsync(after: 700)).Should().BeEmpty();
    }

    [Fact]
    public async Task No_change_is_there_before_the_first_slice()
    {
        await using var host = await MirrorHost.StartAsync();

        (await host.ChangesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_number_beyond_the_last_change_is_an_error()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 5);
        await host.RunPassAsync();

        var reading = () => host.ChangesAsync(after: 6);

        (await reading.Should().ThrowAsync<ContactsMirrorException>()).WithMessage("The last change has number 5, *go on after 0.");
    }

    [Fact]
    public async Task A_negative_number_is_refused_at_once()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 0);

        host.Invoking(it => it.Mirror.ReadChangesAsync(MirrorHost.Organization, after: -1))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("after");
    }

    [Fact]
    public async Task Trimmed_changes_are_gone_and_reading_over_the_gap_is_an_error()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 10);
        await host.RunPassAsync();
        var between = host.Clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        host.Clock.Advance(TimeSpan.FromHours(1));
        host.Emulator.Contacts[4].DisplayName = "Renamed";
        await host.RunPassAsync();

        (await host.Mirror.TrimChangesAsync(between)).Should().Be(10);
        (await host.Mirror.TrimChangesAsync(between)).Should().Be(0);

        (await host.ChangesAsync(after: 10)).Should().ContainSingle().Which.Number.Should().Be(11);
        var reading = () => host.ChangesAsync(after: 9);
        (await reading.Should().ThrowAsync<ContactsMirrorException>()).WithMessage("The changes up to number 10 have been trimmed*");
    }

    [Fact]
    public async Task Numbers_go_on_after_all_changes_were_trimmed()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 10);
        await host.RunPassAsync();
        host.Clock.Advance(TimeSpan.FromHours(1));
        (await host.Mirror.TrimChangesAsync(host.Clock.GetUtcNow())).Should().Be(10);
        host.Emulator.Contacts[4].DisplayName = "Renamed";
        await host.RunPassAsync();

        (await host.ChangesAsync(after: 10)).Should().ContainSingle().Which.Number.Should().Be(11);
        (await host.StateAsync()).Should().BeEquivalentTo(new { LastChange = 11, TrimmedThrough = 10 });
    }

    [Fact]
    public async Task What_stays_after_trimming_has_no_gap_though_the_clock_was_set_back()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 3);
        await host.RunPassAsync();
        var noon = host.Clock.GetUtcNow();
        await using (var db = host.Open())
        {
            var second = db.Set<ContactsMirrorChange>().Single(change => change.Number == 2);
            db.Entry(second).Property(change => change.At).CurrentValue = noon.AddHours(-1);
            await db.SaveChangesAsync();
        }

        (await host.Mirror.TrimChangesAsync(noon)).Should().Be(0);

        (await host.ChangesAsync()).Should().HaveCount(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public async Task Rows_changes_and_times_are_the_same_in_every_culture(string culture)
    {
        var (before, now) = (CultureInfo.CurrentCulture, new CultureInfo(culture));
        try
        {
            CultureInfo.CurrentCulture = now;
            await using var host = await MirrorHost.StartAsync(contacts: 30);
            await host.RunPassAsync();
            host.Emulator.Contacts[3].Title = "İstanbul";
            host.Emulator.Contacts.RemoveAt(9);
            await host.RunPassAsync();

            await host.ShouldEqualServiceAsync();
            (await host.ChangesAsync(after: 30))[0].Fields.Should().Equal("title");
            (await host.StateAsync()).UpToDateAt.Should().Be(host.Clock.GetUtcNow());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
