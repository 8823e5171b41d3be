using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>What a deletion is answered with is not known: the status decides, unless the body says no.</summary>
public partial class EnvelopeTests
{
    private static readonly string[] _deletions = [ContactsOperations.Delete, ContactsOperations.DeleteComment];

    public static TheoryData<Engine, string, string> Deletions => Cross(
        _deletions, "", " \n", "{}", "null", "true", "OK", "[]", """{"message":"done"}""", """{"data":{"message":"done"}}""", """{"success":true,"message":"done"}""", "\uFEFF");

    [Theory]
    [MemberData(nameof(Deletions))]
    public async Task Any_answer_to_a_deletion_means_success_unless_it_says_no(Engine engine, string operation, string body) =>
        (await CallAsync(engine, operation, Encoding.UTF8.GetBytes(body)))
            .Should().BeOfType<DeletionResult>()
            .Which.Message.Should().Be(body.Contains("message", StringComparison.Ordinal) ? "done" : null);

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task A_deletion_may_be_answered_with_nothing(int status)
    {
        foreach (var operation in _deletions)
        {
            (await CallAsync(Engine.SystemTextJson, operation, [], status)).Should().BeOfType<DeletionResult>();
        }
    }
}
