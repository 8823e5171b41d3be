namespace Contacts.Generated.ContractTests;

public sealed class LeakWatchTests : IDisposable
{
    private readonly ContractFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task The_watch_hears_log_lines_spans_and_exceptions()
    {
        var client = _fixture.CreateClient().WithOptions(new ContactsRequestOptions { RequestId = "rid-heard" });
        await client.Awaiting(it => it.GetAsync("con_unknown")).Should().ThrowAsync<ContactsNotFoundException>();

        var shown = _fixture.Leaks.Take();

        shown.Should().Contain(text => text.Contains("AttemptEnded") && text.Contains("rid-heard"));
        shown.Should().Contain(text => text.StartsWith("contacts get;", StringComparison.Ordinal) && text.Contains("rid-heard"));
        shown.Should().Contain(text => text.Contains(nameof(ContactsNotFoundException)) && text.Contains("rid-heard"));
    }

    [Fact]
    public void What_must_not_be_shown_is_known()
    {
        _fixture.Secrets.Should()
            .Contain(["api_test", "acc_test", ContractFixture.ContactId, ContractFixture.NotificationId, "person7@example.com"])
            .And.Contain(_fixture.Emulator.Contacts[3].DisplayName).And.Contain(_fixture.Emulator.Contacts[3].PhoneNumber);
    }
}
