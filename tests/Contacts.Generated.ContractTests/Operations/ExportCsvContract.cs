using System.Text;

namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.ExportCsv)]
public class ExportCsvContract(ContractFixture fixture) : OperationContract(fixture)
{
    internal override Task<object?> CallAsync(ContactsClient client) => ReadAsync(client, null);

    internal override IEnumerable<RequestCase> Requests() =>
    [
        new("nothing optional", "GET /contacts/_export_csv", CallAsync),
        new("every parameter", "GET /contacts/_export_csv?sort=-created_at", client =>
            ReadAsync(client, new ContactsExportCsvOptions { Sort = "-created_at" })),
    ];

    internal override IEnumerable<BadInput> BadInputs() =>
        [new("a blank sort", "options", "*Sort*", client => client.ExportCsvAsync(new ContactsExportCsvOptions { Sort = "" }))];

    [Fact]
    public async Task The_export_is_what_came_byte_for_byte_and_has_a_row_for_each_contact()
    {
        Emulator.Contacts[2].DisplayName = "Test \"Person\", Two";
        Emulator.Contacts[2].Remark = "";

        await using var export = await Client.ExportCsvAsync();
        using var copy = new MemoryStream();
        await export.CopyToAsync(copy);

        copy.ToArray().Should().Equal(Fixture.Recorder.Exchanges[^1].ResponseBody);
        export.Length.Should().Be(copy.Length);
        export.ContentType.Should().StartWith("text/csv");
        export.FileName.Should().Be("contacts.csv");
        var text = Encoding.UTF8.GetString(copy.ToArray());
        text.Should().Contain("\"Test \"\"Person\"\", Two\"");
        Emulator.Contacts.Should().OnlyContain(contact => text.Contains("\n" + contact.Id + ",", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("<html></html>")]
    public async Task An_answer_that_is_no_csv_is_an_error(string body)
    {
        Emulator.FailNext(ContactsOperations.ExportCsv, Testing.EmulatorFault.Status(200, body: body));

        var call = async () => await Client.ExportCsvAsync();

        (await call.Should().ThrowAsync<ContactsInvalidResponseException>()).Which.GetResponseBody().Should().Be(body);
        Fixture.Recorder.TakeViolations().Should().ContainSingle().Which.Should().Contain("Content-Type");
    }

    private static async Task<object?> ReadAsync(ContactsClient client, ContactsExportCsvOptions? options)
    {
        await using var export = await client.ExportCsvAsync(options);
        using var reader = new StreamReader(export.Content);
        return await reader.ReadToEndAsync();
    }
}
