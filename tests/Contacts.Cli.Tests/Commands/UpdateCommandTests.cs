using System.Text.Json;
using Contacts.Cli.Input;
using Contacts.Cli.Tests.Support;
using Contacts.Generated;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Commands;

public sealed class UpdateCommandTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();

    public void Dispose() => _emulator.Dispose();

    [Theory]
    [InlineData("""{"display_name":"王 小明"}""", "--set", "name=王 小明")]
    [InlineData("""{"display_name":"x"}""", "--set", "display_name=x")]
    [InlineData("""{"phone_number":"5","avatar_url":null}""", "--set", "phone=5", "--clear", "avatar-url")]
    [InlineData("""{"remark":"a=b"}""", "--set", "remark=a=b")]
    [InlineData("""{"remark":""}""", "--set", "REMARK=")]
    [InlineData("""{"labels":["a","b c"]}""", "--set", "labels=a, b c")]
    [InlineData("""{"labels":[]}""", "--set", "labels=")]
    [InlineData("""{"shoe_size":"43","hat":null}""", "--allow-unknown-fields", "--set", "shoe_size=43", "--clear", "hat")]
    public async Task What_is_named_is_sent_and_nothing_else(string body, params string[] options)
    {
        var result = await RunAsync(options);

        result.ExitCode.Should().Be(0, result.Error);
        _emulator.Requests[^1].Body.Should().Be(body);
        using var contact = JsonDocument.Parse(result.Output);
        contact.RootElement.GetProperty("id").GetString().Should().Be(_emulator.Contacts[0].Id);
    }

    [Theory]
    [InlineData("--set field=value")]
    [InlineData("did you mean email?", "--set", "emial=x")]
    [InlineData("did you mean avatar_url?", "--clear", "avatarurl")]
    [InlineData("There is no field zzzzzzzz.", "--set", "zzzzzzzz=1")]
    [InlineData("field=value", "--set", "email")]
    [InlineData("field=value", "--set", "=x")]
    [InlineData("more than once", "--set", "name=x", "--set", "display_name=y")]
    [InlineData("more than once", "--set", "email=x", "--clear", "email")]
    public async Task A_mistake_is_told_before_anything_is_sent(string told, params string[] options)
    {
        var result = await RunAsync(options);

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain(told).And.EndWith("See 'contacts update --help'.\n");
        _emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public void Every_field_of_the_model_can_be_set()
    {
        var names = UpdateFields.Names.Select(static name => name.Split(' ')[0]).ToList();

        var input = UpdateFields.ToInput([.. names.Select(static name => name + "=x")], [], allowUnknown: false);

        var properties = typeof(UpdateContactInput)
            .GetProperties().Where(static property => property.Name != nameof(UpdateContactInput.AdditionalProperties)).ToList();
        properties.Select(
            property => property.GetValue(input) is string text ? text : ((IEnumerable<string>)property.GetValue(input)!).Single())
            .Should().NotBeEmpty().And.OnlyContain(text => text == "x");
        names.Should().HaveCount(properties.Count);
    }

    private Task<CliResult> RunAsync(string[] options) =>
        new CliRunner(_emulator).RunAsync(["update", _emulator.Contacts[0].Id, .. options]);
}
