using Microsoft.Extensions.Logging;

namespace Contacts.Generated.Tests;

public sealed class DialectAdviceTests : IDisposable
{
    private const string WebAppPage = """{"object_name":"list","data":[],"has_more":false,"count":0,"total":0}""";
    private const string ReferencePage = """{"data":[],"total":0,"page":1,"limit":10}""";
    private const string SilentPage = """{"data":[]}""";

    private readonly FakeGateway _gateway = new();
    private readonly RecordedLogs _logs = new();

    public void Dispose() => _logs.Dispose();

    [Theory]
    [InlineData(ContactsDialect.WebApp, ReferencePage, "VendorSdk")]
    [InlineData(ContactsDialect.VendorSdk, WebAppPage, "WebApp")]
    public async Task Answers_in_the_other_form_are_told_once(ContactsDialect dialect, string page, string suggested)
    {
        var client = Client(dialect);
        for (var call = 0; call < 3; call++)
        {
            _gateway.Then(200, page);
            await client.ListAsync();
        }

        _gateway.Then(200, page);
        await client.ListNotificationsAsync();

        var advice = _logs.Lines.Should().ContainSingle(line => line.EventId == 4).Which;
        advice.Level.Should().Be(LogLevel.Warning);
        advice.Text.Should().StartWith($"list: the service responds in the form of the dialect {suggested}.");
    }

    [Theory]
    [InlineData(ContactsDialect.WebApp, WebAppPage)]
    [InlineData(ContactsDialect.VendorSdk, ReferencePage)]
    [InlineData(ContactsDialect.WebApp, SilentPage)]
    [InlineData(ContactsDialect.VendorSdk, SilentPage)]
    public async Task Answers_that_fit_or_tell_nothing_are_passed_over(ContactsDialect dialect, string page)
    {
        _gateway.Then(200, page);
        await Client(dialect).ListAsync();

        _logs.Lines.Should().NotContain(line => line.EventId == 4);
    }

    private ContactsClient Client(ContactsDialect dialect) => TestClients.To(_gateway, options =>
    {
        options.Dialect = dialect;
        options.LoggerFactory = _logs;
    });
}
