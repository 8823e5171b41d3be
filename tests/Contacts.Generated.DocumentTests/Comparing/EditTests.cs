using System.Reflection;
using Xunit.Sdk;

namespace Contacts.Generated.DocumentTests.Comparing;

// A class for each file, so that two run at a time.

/// <summary>Changes of our own contract.</summary>
public class OwnContractTests
{
    [Theory, Edits("contacts.md")]
    public Task Edit(string name) => EditsAttribute.CheckAsync("contacts.md", name);
}

/// <summary>Changes of a contract that has what ours has not.</summary>
public class OtherContractTests
{
    [Theory, Edits("things.md")]
    public Task Edit(string name) => EditsAttribute.CheckAsync("things.md", name);
}

/// <summary>The names of the edits of a file.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EditsAttribute(string file) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Comparing.Edit.Read(file).Select(static edit => new object[] { edit.Name });

    public static async Task CheckAsync(string file, string name)
    {
        var edit = Comparing.Edit.Read(file).Single(one => one.Name == name);
        var problems = await EditCheck.RunAsync(edit);
        Assert.True(problems.Count == 0, $"{edit.Place}\n{string.Join('\n', problems)}");
    }
}
