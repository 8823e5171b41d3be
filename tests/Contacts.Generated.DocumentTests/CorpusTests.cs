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

/// <summary>The names of the cases of a file.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DocumentsAttribute(string file) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => DocumentFile.Read(file).Select(static one => new object[] { one.Name });
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
