using System.Text;

namespace Contacts.Generated.Tests;

public sealed class ExportCsvToFileTests : IDisposable
{
    private readonly FakeGateway _gateway = new();
    private readonly TemporaryFolder _folder = new();

    private ContactsClient Client => field ??= TestClients.To(_gateway, options => options.MaxRetries = 0);

    private string Target => _folder.At("contacts.csv");

    public static TheoryData<string> Failures => ["json", "html", "cut off", "error", "reset"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_file_is_written_or_replaced_whole(bool exists)
    {
        if (exists)
        {
            _folder.Write("contacts.csv", "a much longer text that was there before, of an earlier export");
        }

        await Client.ExportCsvToFileAsync(Target, new ContactsExportCsvOptions { Sort = "-created_at" });

        (await File.ReadAllTextAsync(Target)).Should().Be(GoodAnswers.Csv);
        _folder.Files.Should().Equal("contacts.csv");
        _gateway.Requests.Should().ContainSingle().Which.Path.Should().Be("contacts/_export_csv?sort=-created_at");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task When_it_fails_the_target_is_untouched_and_nothing_left_over(string failure)
    {
        _folder.Write("contacts.csv", "before");
        _gateway.Otherwise = _ => failure switch
        {
            "json" => FakeGateway.Answer(200, """{"message":"later"}"""),
            "html" => FakeGateway.Answer(200, "<!doctype html><html></html>", "text/html"),
            "cut off" => new HttpResponseMessage
            {
                Content = new StreamContent(new CutStream(Encoding.UTF8.GetBytes(GoodAnswers.Csv)))
                { Headers = { { "Content-Type", "text/csv" } } }
            },
            "error" => FakeGateway.Answer(500),
            _ => throw new HttpRequestException("reset"),
        };

        var error = (await Client.Invoking(c => c.ExportCsvToFileAsync(Target)).Should().ThrowAsync<ContactsException>()).Which;

        error.Should().BeOfType(failure switch
        {
            "json" or "html" => typeof(ContactsInvalidResponseException),
            "error" => typeof(ContactsServerException),
            _ => typeof(ContactsConnectionException),
        });
        _folder.Files.Should().Equal("contacts.csv");
        (await File.ReadAllTextAsync(Target)).Should().Be("before");
    }

    [Fact]
    public async Task When_it_is_cancelled_the_target_is_untouched_and_nothing_left_over()
    {
        using var cancel = new CancellationTokenSource();
        _folder.Write("contacts.csv", "before");

        (await Client.Invoking(
            c => c.ExportCsvToFileAsync(Target, progress: new CancelAtFirstByte(cancel), cancellationToken: cancel.Token))
            .Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancel.Token);
        _folder.Files.Should().Equal("contacts.csv");
        (await File.ReadAllTextAsync(Target)).Should().Be("before");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/no/such/folder/contacts.csv")]
    public async Task A_path_that_cannot_be_written_costs_no_request(string? path)
    {
        (await Client.Invoking(c => c.ExportCsvToFileAsync(path!)).Should().ThrowAsync<ArgumentException>())
            .Which.ParamName.Should().Be("path");
        _gateway.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task An_option_that_is_refused_leaves_nothing_over()
    {
        await Client.Invoking(c => c.ExportCsvToFileAsync(Target, new ContactsExportCsvOptions { Sort = " " }))
            .Should().ThrowAsync<ArgumentException>();

        _folder.Files.Should().BeEmpty();
        _gateway.Requests.Should().BeEmpty();
    }

    private sealed class CancelAtFirstByte(CancellationTokenSource cancel) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => cancel.Cancel();
    }
}
