using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>What is said of a data file that is not right, before the emulator starts.</summary>
public sealed class EmulatorDataFileErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.json", "", "a.json: the file is empty*")]
    [InlineData("a.csv", "\n\n", "a.csv: the file is empty*")]
    [InlineData("a.json", "{\"contacts\":\n[{\"id\":\"con_1\"},\n{\"id\":}]}", "a.json, line 3: *not valid JSON*")]
    [InlineData("a.json", "[\n{\"id\":\"con_1\"},\n{\"id\":\"con_1\"}]", "a.json, line 3: the contact on line 2 has the same id*")]
    [InlineData("a.json", "[\n{\"id\":\"con_1\",\n\"last_seen\":{}}]", "a.json, line 3: the field last_seen has a value*")]
    [InlineData("a.json", "[\n7]", "a.json, line 2: this is not an object*")]
    [InlineData("a.json", "7", "a.json, line 1: this is neither an object nor a list*")]
    [InlineData("a.json", "{\"contacts\":[],\n\"commments\":[]}", "a.json, line 2: beside*comments*")]
    [InlineData("a.json", "{\"contcts\":[]}", "a.json, line 1: none of the fields*display_name*")]
    [InlineData("a.json", "{\"contacts\":[],\n\"comments\":[{\"content\":\"x\"}]}", "a.json, line 2: this comment has no \"contact_id\"*")]
    [InlineData("a.json", "{\"contacts\":[],\n\"files\":[{\"contact_id\":\"con_1\"}]}", "a.json, line 2: this file has no \"contact_id\"*")]
    [InlineData("a.json", "{\"contacts\":[],\n\"activities\":[{}]}", "a.json, line 2: this activity has no \"conversation_id\"*")]
    [InlineData("a.json", "[{}", "a.json, line 1: *not valid JSON*")]
    [InlineData("a.ndjson", "{\"id\":\"con_1\"\n{\"id\":\"con_2\"}", "a.ndjson, line 1: *not valid JSON*")]
    [InlineData("a.ndjson", "{\"id\":\"con_1\"}\n{\"id\":\"con_2\"} {}", "a.ndjson, line 2: *not valid JSON*")]
    [InlineData("a.ndjson", "{\"id\":\"con_1\"}\n\n{\"notification\":{\"id\":\"not_1\"}}\n{\"notification\":{\"id\":\"not_1\"}}",
        "a.ndjson, line 4: the notification on line 3*")]
    [InlineData("a.csv", "id\ncon_1\n\"con_2", "a.csv, line 3: the quotes*never closed*")]
    [InlineData("a.csv", "id,remark\ncon_1,\"a\nb\" c", "a.csv, line 3: text follows the closing quotes*")]
    [InlineData("a.csv", "id,remark\ncon_1,a,b", "a.csv, line 2: there are 3 cells, and 2 columns*")]
    [InlineData("a.csv", "id,\"x\n\",email\ncon_1,,\ncon_1,,", "a.csv, line 4: the contact on line 3 has the same id*")]
    [InlineData("a.csv", "name;mail\na;b", "a.csv, line 1: the first line names no field*commas*")]
    [InlineData("a.csv", "id,email,Email\n1,2,3", "a.csv, line 1: column 3 has the name of another one*")]
    [InlineData("a.csv", "id,\ncon_1,2", "a.csv, line 2: cell 2 is in a column without a name*")]
    [InlineData("a.csv", "id,is_presence\ncon_1,perhaps", "a.csv, line 2: *is_presence is not JSON*")]
    [InlineData("a.csv", "id,last_seen\ncon_1,yesterday", "a.csv, line 2: the field last_seen has a value*")]
    public void A_mistake_is_told_with_its_line_and_without_values(string name, string text, string message)
    {
        var error = FluentActions.Invoking(() => Start(_folder.Write(name, text))).Should().Throw<InvalidDataException>().Which;

        error.Message.Should().Match($"{_folder.At(message)}").And.EndWith(".");
        error.Message.Should().NotContainAny("con_1", "con_2", "yesterday", "perhaps");
    }

    [Fact]
    public void A_character_that_is_not_UTF_8_is_told_with_its_line()
    {
        File.WriteAllBytes(_folder.At("a.csv"), [.. "display_name\nA\n"u8, 0xFC, (byte)'\n']);

        FluentActions.Invoking(() => Start(_folder.At("a.csv")))
            .Should().Throw<InvalidDataException>().WithMessage("*a.csv, line 3: a character here is not UTF-8*");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_an_error_that_names_it()
    {
        FluentActions.Invoking(() => Start(_folder.At("none.json")))
            .Should().Throw<IOException>().WithMessage("*none.json*");
        FluentActions.Invoking(() => Start(_folder.Root))
            .Should().Throw<IOException>().WithMessage("*is a folder*");
        FluentActions.Invoking(() => Start(" "))
            .Should().Throw<ArgumentException>().WithParameterName("DataFile");
    }

    private static ContactsEmulator Start(string path) => ContactsEmulator.Start(options => options.DataFile = path);
}
