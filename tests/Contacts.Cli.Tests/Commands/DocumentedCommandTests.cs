using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using Contacts.Cli.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Contacts.Cli.Tests.Commands;

/// <summary>Command lines that people copy from documents and files are ones that the command takes.</summary>
public sealed class DocumentedCommandTests
{
    private static readonly RootCommand _root = CommandLine.Commands(new CliRunner().HostOf(Stream.Null, TextWriter.Null));

    public static TheoryData<string> Lines =>
    [
        .. Blocks("console").SelectMany(block => block.Split('\n')).Where(line => line.StartsWith("contacts ", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_README_is_understood(string line) =>
        Parsed(line["contacts ".Length..].Split(" | ")[0].Split(" >")[0].Split(" <")[0]).Should().BeEmpty();

    [Fact]
    public void The_container_and_its_compose_file_run_an_emulator_that_others_reach()
    {
        var entry = JsonSerializer.Deserialize<string[]>(
            Regex.Match(Text("build/emulator.Dockerfile"), "^ENTRYPOINT (.*)$", RegexOptions.Multiline).Groups[1].Value)!;
        var compose = new YamlStream();
        compose.Load(new StringReader(Blocks("yaml").Single()));
        var service = compose.Documents[0].RootNode["services"]["contacts"];
        var further = ((YamlSequenceNode)service["command"]).Select(one => ((YamlScalarNode)one).Value!);

        entry.Should().StartWith(["dotnet", "/app/contacts.dll", "emulator", "--host", "0.0.0.0"]);
        _root.Parse([.. entry.Skip(2), .. further]).Errors.Should().BeEmpty();
        File.Exists(Path.Combine(Repository.Root, ((YamlScalarNode)service["build"]["dockerfile"]).Value!)).Should().BeTrue();
        ((YamlScalarNode)service["ports"][0]).Value.Should().EndWith(":" + entry[^1]);
    }

    private static IEnumerable<string> Blocks(string language) =>
        Regex.Matches(Text("src/Contacts.Cli/README.md"), $"```{language}\n(.*?)```", RegexOptions.Singleline)
            .Select(block => block.Groups[1].Value);

    private static IEnumerable<string> Parsed(string line) =>
        _root.Parse(line, new ParserConfiguration { ResponseFileTokenReplacer = null }).Errors.Select(error => error.Message);

    private static string Text(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));
}
