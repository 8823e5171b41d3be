using System.Reflection;
using Contacts.Generated.DocumentTests.Corpus;
using Xunit.Sdk;

namespace Contacts.Generated.DocumentTests;

// A class for each file, so that two run at a time.
public class ReadingTests
{
    [Theory, Documents("reading.md")]
    public Task Document(string name) => Documents.CheckAsync("reading.md", name);
}

public class SchemaTests
{
    [Theory, Documents("schemas.md")]
    public Task Document(string name) => Documents.CheckAsync("schemas.md", name);
}

public class EnumTests
{
    [Theory, Documents("enums.md")]
    public Task Document(string name) => Documents.CheckAsync("enums.md", name);
}

public class MapAndListTests
{
    [Theory, Documents("maps-and-lists.md")]
    public Task Document(string name) => Documents.CheckAsync("maps-and-lists.md", name);
}

public class CompositionTests
{
    [Theory, Documents("compositions.md")]
    public Task Document(string name) => Documents.CheckAsync("compositions.md", name);
}

public class NewerSchemaTests
{
    [Theory, Documents("schemas-of-3.1.md")]
    public Task Document(string name) => Documents.CheckAsync("schemas-of-3.1.md", name);
}

public class NameTests
{
    [Theory, Documents("names.md")]
    public Task Document(string name) => Documents.CheckAsync("names.md", name);
}

public class ParameterTests
{
    [Theory, Documents("parameters.md")]
    public Task Document(string name) => Documents.CheckAsync("parameters.md", name);
}

public class BodyTests
{
    [Theory, Documents("bodies.md")]
    public Task Document(string name) => Documents.CheckAsync("bodies.md", name);
}

public class AnswerTests
{
    [Theory, Documents("answers.md")]
    public Task Document(string name) => Documents.CheckAsync("answers.md", name);
}

public class SecurityTests
{
    [Theory, Documents("security.md")]
    public Task Document(string name) => Documents.CheckAsync("security.md", name);
}

public class ServerTests
{
    [Theory, Documents("servers.md")]
    public Task Document(string name) => Documents.CheckAsync("servers.md", name);
}

public class RefusalTests
{
    [Theory, Documents("refusals.md")]
    public Task Document(string name) => Documents.CheckAsync("refusals.md", name);
}

/// <summary>Whole documents, in the manner of several authors.</summary>
public class WholeDocumentTests
{
    [Theory]
    [InlineData("bookshop.md")]
    [InlineData("cloud.md")]
    [InlineData("fastapi.md")]
    [InlineData("forge.md")]
    [InlineData("jsonapi.md")]
    [InlineData("nestjs.md")]
    [InlineData("payments.md")]
    [InlineData("springdoc.md")]
    [InlineData("storage.md")]
    [InlineData("swashbuckle.md")]
    [InlineData("tasks.md")]
    [InlineData("telephony.md")]
    public async Task Document(string file)
    {
        foreach (var one in DocumentFile.Read($"whole/{file}"))
        {
            await Documents.CheckAsync($"whole/{file}", one.Name);
        }
    }
}

/// <summary>The names of the cases of a file.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DocumentsAttribute(string file) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        DocumentFile.Read(file).Select(static one => new object[] { one.Name });
}

/// <summary>Checks one case.</summary>
internal static class Documents
{
    public static async Task CheckAsync(string file, string name)
    {
        var one = DocumentFile.Read(file).Single(one => one.Name == name);
        var problems = await DocumentCheck.RunAsync(one);
        Assert.True(problems.Count == 0, $"{one.Place}\n{string.Join('\n', problems)}");
    }
}

/// <summary>What is too much for a case.</summary>
public class LargeDocumentTests
{
    [Fact]
    public void Fifty_megabytes_that_break_off_give_one_finding()
    {
        var folder = Directory.CreateTempSubdirectory("contacts-large-");
        try
        {
            var document = Path.Combine(folder.FullName, "contract.yaml");
            var line = $"  T{new string('a', 90)}: {{ type: string }}\n";
            using (var writer = new StreamWriter(document))
            {
                writer.Write("openapi: 3.0.3\ninfo: { title: Large, version: 1.0.0 }\npaths: {}\nx-large:\n");
                for (var index = 0; index < 50_000_000 / line.Length; index++)
                {
                    writer.Write(line.Replace("Ta", $"T{index:D9}", StringComparison.Ordinal));
                }

                writer.Write("  broken: { type: string\n");
            }

            var findings = Compiling.ClientFactory.Normalize(document, Path.Combine(folder.FullName, "contract.json"));

            findings.Should().ContainSingle(static finding => finding.IsError);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
