namespace Contacts.Generated.ContractTests.Emulator;

public sealed class EmulatorAdviceTests
{
    private const int OtherDialectFits = 4;

    [Theory]
    [MemberData(nameof(Pair.All), MemberType = typeof(Pair))]
    public async Task Which_dialect_would_fit_is_told_once_where_it_is_the_other_one(ContactsDialect dialect, ContactsDialect form)
    {
        using var pair = new Pair(dialect, form);
        using var logs = new RecordedLogs();
        var client = pair.CreateClient(options => options.LoggerFactory = logs);

        await client.GetAsync(pair.Emulator.Contacts[0].Id);
        await client.ListAsync();
        await client.WithOptions(new ContactsRequestOptions { MaxRetries = 1 }).SearchAsync("example");
        await client.ListNotificationsAsync();
        await client.ListAsync(new ContactsListOptions { Skip = 20 });

        var told = logs.Lines.Where(line => line.EventId == OtherDialectFits).Select(line => line.Text).ToList();
        told.Should()
            .HaveCount(dialect == form ? 0 : 1).And.NotContain(text => !text.Contains($"set ContactsClientOptions.Dialect to {form}"));
    }
}
