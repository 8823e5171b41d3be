using System.Text;
using System.Text.RegularExpressions;
using Contacts.Cli.Tests.Support;
using Contacts.Generated;
using Contacts.Generated.Testing;
using WireMock.Server;

namespace Contacts.Cli.Tests.Recording;

public sealed class RecordTests : IAsyncDisposable
{
    /// <summary>What must be in no file. Invented here, and unknown to the contract.</summary>
    private static readonly string[] _personal =
    [
        "Zebulon", "Quillfeather", "zebulon.q@quillfeather.test", "2025550147", "张伟明", "Иннокентий", "Owes us a favour", "zq_secret_17",
        "con_5ecb0000-aaaa-4bbb-8ccc-0123456789ab",
    ];

    private readonly ContactsEmulator _service = ContactsEmulator.Start(options => options.Contacts = 0);
    private readonly TemporaryFolder _folder = new();

    public RecordTests()
    {
        _service.Contacts.Add(new Contact
        {
            Id = _personal[^1],
            DisplayName = "Zebulon Quillfeather",
            FirstName = "张伟明",
            LastName = "Иннокентий",
            Email = "zebulon.q@quillfeather.test",
            PhoneNumber = "2025550147",
            Remark = "Owes us a favour, call 2025550147",
            ChannelType = ChannelType.WhatsApp,
            BusinessUnitId = "zq_secret_17",
            CreatedAt = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
        });
    }

    private string Folder => _folder.At("recorded");

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task What_was_recorded_is_answered_by_wiremock_with_nothing_personal_in_it()
    {
        var (result, _) = await RecordAsync(answer: "y", async client =>
        {
            var page = await client.ListAsync(new ContactsListOptions { Limit = 10 });
            await client.GetAsync(page.Data[0].Id);
            await client.UpdateAsync(page.Data[0].Id, new UpdateContactInput { Remark = "Owes us a favour" });
            await client.ListNotificationsAsync();
            await ReadAsync(await client.ExportCsvAsync());
        });

        result.ExitCode.Should().Be(0);
        result.Output.Should().Contain("5 mappings of 5 operations are in").And.Contain("channel_type: ");
        var written = string.Concat(Directory.GetFiles(Folder).Select(File.ReadAllText));
        foreach (var text in _personal.Append(CliRunner.ApiKey))
        {
            written.Should().NotContain(text);
            result.Output.Should().NotContain(text);
        }

        using var server = WireMockServer.Start();
        server.ReadStaticMappings(Folder);
        var replayed = new ContactsClient(new ContactsClientOptions { GatewayUrl = new Uri(server.Url!), ApiKey = "any" });
        var contact = (await replayed.ListAsync(new ContactsListOptions { Limit = 10 })).Data.Single();
        contact.Id.Should().MatchRegex("^con_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$");
        (await replayed.GetAsync(contact.Id)).DisplayName.Should().Be(contact.DisplayName, "the same text becomes the same everywhere");
        contact.DisplayName.Should().MatchRegex("^[A-Z][a-z]{6} [A-Z][a-z]{11}$");
        contact.Email.Should().EndWith("@example.com");
        contact.PhoneNumber.Should().MatchRegex(@"^\d{10}$");
        contact.FirstName.Should().HaveLength(3).And.MatchRegex(@"^\p{IsCJKUnifiedIdeographs}+$");
        contact.LastName.Should().MatchRegex(@"^\p{IsCyrillic}{10}$");
        contact.ChannelType.Should().Be(ChannelType.WhatsApp, "it is a word of the contract");
        contact.CreatedAt.Should().Be(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
        (await ReadAsync(await replayed.ExportCsvAsync()))
            .Should().StartWith("id,display_name,").And.Contain(contact.Id).And.Contain(contact.Email);
    }

    [Fact]
    public async Task A_field_that_may_stay_stays_but_a_credential_in_it_does_not()
    {
        _service.Contacts[0].Remark = "api_0123456789";
        var (result, _) = await RecordAsync("y", client => client.ListAsync(), "--keep", "remark,display_name", "--keep", "last_name");

        var written = await File.ReadAllTextAsync(Path.Combine(Folder, "list.json"));
        written.Should().Contain("Zebulon Quillfeather").And.Contain("Иннокентий").And.NotContain("张伟明").And.NotContain("api_0123456789");
        result.Output.Should().Contain("display_name: Zebulon Quillfeather");
    }

    [Theory]
    [InlineData("my key is api_SECRETWORD, really", "api_SECRETWORD")]
    [InlineData("Authorization: Bearer opaque-secret-word", "opaque-secret-word")]
    [InlineData("token eyJhbGciOi.eyJzdWIiOi.c2lnbmVk of mine", "eyJzdWIiOi")]
    public async Task A_credential_within_a_text_that_stays_does_not_stay(string remark, string secret)
    {
        _service.Contacts[0].Remark = remark;
        var (result, _) = await RecordAsync("y", client => client.ListAsync(), "--keep", "remark");

        var written = await File.ReadAllTextAsync(Path.Combine(Folder, "list.json"));
        written.Should().Contain(remark.Split(' ')[0]).And.NotContain(secret);
        result.Output.Should().NotContain(secret);
    }

    [Fact]
    public async Task All_that_stays_is_shown_whole_and_a_long_number_does_not_stay()
    {
        _service.FailNext(
            ContactsOperations.List, EmulatorFault.Status(500, body: """{"message":"Down","caller":85255501234,"attempt":3}"""));
        var page = new string('x', 300) + " the end";
        _service.FailNext(ContactsOperations.Get, EmulatorFault.Status(502, body: page));
        var (result, _) = await RecordAsync("y", async client =>
        {
            await client.Invoking(one => one.ListAsync()).Should().ThrowAsync<ContactsApiException>();
            await client.Invoking(one => one.GetAsync("con_1")).Should().ThrowAsync<ContactsApiException>();
        });

        result.Output.Should().Contain(page, "people decide on what they see");
        (await File.ReadAllTextAsync(Path.Combine(Folder, "list.json")))
            .Should().NotContain("85255501234").And.MatchRegex("\"caller\": 1[0-9]{10},").And.Contain("\"attempt\": 3");
    }

    [Fact]
    public async Task Nothing_is_written_before_a_yes()
    {
        var (result, atQuestion) = await RecordAsync(answer: "", client => client.ListAsync());

        result.ExitCode.Should().Be(1);
        result.Output.Should().Contain("different texts were replaced. What stays as it came:").And.EndWith("Nothing was written.\n");
        result.Error.Should().Contain("Write this to ").And.Contain("? [y/N] ");
        (atQuestion, Directory.Exists(Folder)).Should().Be((false, false));
    }

    [Fact]
    public async Task Refusals_and_what_is_no_operation_are_passed_on_as_they_are()
    {
        _service.FailNext(ContactsOperations.List, EmulatorFault.Status(429, TimeSpan.FromSeconds(7)));
        var (result, _) = await RecordAsync("y", async client =>
        {
            (await client.Invoking(one => one.ListAsync()).Should().ThrowAsync<ContactsApiException>()).Which.Status.Should().Be(429);
            using var request = new HttpRequestMessage(HttpMethod.Get, "contacts/con_1/nothing");
            (await client.Invoking(one => one.SendAsync(request)).Should()
                .ThrowAsync<ContactsApiException>()).Which.Status.Should().Be(404);
        });

        result.Output.Should().Contain("GET     429  list").And.Contain("GET     404  not kept: no operation of the contract");
        (await File.ReadAllTextAsync(Path.Combine(Folder, "list.json"))).Should().Contain("\"Retry-After\": \"7\"").And.Contain("429");
    }

    [Fact]
    public async Task Without_a_terminal_a_signal_writes_what_was_agreed_to_before()
    {
        using var cli = CliProcess.Start(_service, "emulator", "record", Folder, "--yes");
        var address = new Uri((await cli.Output.ReadLineAsync())!.Split(' ')[^1]);
        var client = new ContactsClient(new ContactsClientOptions { GatewayUrl = address, ApiKey = CliRunner.ApiKey });
        await client.ListAsync();

        await cli.SignalAsync("INT");
        var (exitCode, output, _) = await cli.EndAsync();

        exitCode.Should().Be(0);
        output.Should().EndWith($"1 mapping of 1 operation is in {Folder}.\n");
    }

    [Fact]
    public async Task Without_a_terminal_and_a_yes_it_does_not_begin()
    {
        var (exitCode, output, error) = await new CliRunner(_service).RunAsync("emulator", "record", Folder);

        (exitCode, output).Should().Be((2, ""));
        error.Should().Contain("use --yes");
    }

    [Fact]
    public async Task A_gateway_that_is_not_there_is_a_502_that_is_not_kept()
    {
        using var nobody = new ClosedPort();
        var (result, _) = await RecordAsync(
            "y",
            async client =>
            {
                var refused = await client.Invoking(one => one.ListAsync()).Should().ThrowAsync<ContactsApiException>();
                refused.Which.Status.Should().Be(502);
            },
            "--gateway",
            nobody.Address);

        result.Output.Should().Contain("not kept: the gateway could not be reached").And.EndWith("Nothing was written.\n");
        result.ExitCode.Should().Be(1);
    }

    private static async Task<string> ReadAsync(ContactsCsvExport export)
    {
        await using (export)
        {
            using var reader = new StreamReader(export.Content);
            return await reader.ReadToEndAsync();
        }
    }

    /// <summary>Records calls of a client, and answers the question at the end.</summary>
    private async Task<(CliResult Result, bool WasWrittenAtQuestion)> RecordAsync(
        string answer, Func<ContactsClient, Task> call, params string[] options)
    {
        using var output = new MemoryStream();
        var (questions, wasWritten) = (0, false);
        var runner = new CliRunner(_service)
        {
            Output = output,
            ReadAnswer = async _ =>
            {
                if (questions++ > 0)
                {
                    wasWritten = Directory.Exists(Folder);
                    return answer;
                }

                var address = new Uri(Regex.Match(TextOf(output), @"http://\S+").Value);
                await call(new ContactsClient(new ContactsClientOptions
                {
                    GatewayUrl = address,
                    ApiKey = CliRunner.ApiKey,
                    MaxRetries = 0,
                }));
                return "";
            },
        };
        var result = await runner.RunAsync(["emulator", "record", Folder, .. options]);
        return (result with { Output = TextOf(output) }, wasWritten);

        static string TextOf(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray());
    }
}
