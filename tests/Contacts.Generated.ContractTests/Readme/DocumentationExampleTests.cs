using System.Xml.Linq;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Readme;

/// <summary>The examples in the XML documentation that is shipped beside the assemblies: what an editor shows must compile.</summary>
public sealed class DocumentationExampleTests
{
    private static readonly Dictionary<string, string> _examples = new[] { typeof(ContactsClient), typeof(ContactsEmulator) }
        .SelectMany(type => XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml")).Descendants("example"))
        .ToDictionary(example => NameOf(example.Parent!), example => example.Element("code")!.Value.Trim('\n'), StringComparer.Ordinal);

    public static TheoryData<string> Members => [.. _examples.Keys];

    [Theory]
    [MemberData(nameof(Members))]
    public void An_example_compiles(string member)
    {
        var (_, errors) = ReadmeProgram.Compile("using Contacts.Generated.Testing;\n" + _examples[member]);

        errors.Should().BeEmpty();
    }

    [Fact]
    public void The_members_that_people_meet_first_have_an_example() => _examples.Keys.Should().Contain(
        ["ContactsClient", "ContactsClient.#ctor", "ContactsClient.ListAsync", "ContactsClient.ListAllAsync", "ContactsClient.GetAsync"])
        .And.Contain(["ContactsClient.CreateAsync", "ContactsClient.CreateCommentAsync", "ContactsClient.UpdateManyAsync"])
        .And.Contain(["ContactsClient.DeleteManyAsync", "ContactsClient.GetByBoardItemAsync"])
        .And.Contain(["ContactsClient.UpdateAsync", "ContactsClient.SearchAsync", "ContactsClient.ExportCsvAsync"])
        .And.Contain(["ContactsClient.ExportCsvToFileAsync", "ContactsClient.SetAvatarAsync", "ContactsClient.WatchNotificationsAsync"])
        .And.Contain("ContactsEmulator.Start");

    [Fact]
    public void An_example_is_short() =>
        _examples.Values.Select(example => example.Split('\n').Length).Should().OnlyContain(lines => lines >= 2 && lines <= 6);

    /// <summary>The type, or the type and the member, without namespace and parameters.</summary>
    private static string NameOf(XElement member)
    {
        var id = member.Attribute("name")!.Value;
        var names = id.Split('(')[0].Split('.');
        return string.Join('.', names[^(id.StartsWith("T:", StringComparison.Ordinal) ? 1 : 2)..]);
    }
}
