using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>How an operation's answer is read; what cannot differ within a kind is tested with one of it.</summary>
internal enum AnswerKind
{
    Page,
    Object,
    List,

    /// <summary>The status is the answer.</summary>
    Acknowledgement,
    Upload,
    Export,
}

/// <summary>What became of a call: its receipts, and the exception if there was one.</summary>
internal sealed record CallOutcome(Exception? Failure, IReadOnlyList<ContactsAttempt> Attempts);

/// <summary>One of the operations, called with plain arguments, its answer read to the end.</summary>
internal sealed class Operation(
    string name, AnswerKind kind, string good, Func<ContactsClient, CancellationToken, Task<IReadOnlyList<ContactsAttempt>>> call)
{
    public string Name { get; } = name;

    public AnswerKind Kind { get; } = kind;

    /// <summary>A body that it can read.</summary>
    public string Good { get; } = good;

    public string MediaType => Kind == AnswerKind.Export ? "text/csv" : "application/json";

    public bool IsIdempotent =>
        Name is not (ContactsOperations.UploadAvatar or ContactsOperations.Create or ContactsOperations.CreateComment);

    public async Task<CallOutcome> OutcomeAsync(ContactsClient client, CancellationToken cancellationToken)
    {
        try
        {
            return new CallOutcome(null, await call(client, cancellationToken).WaitAsync(HangGuard.Limit, CancellationToken.None));
        }
        catch (Exception exception)
        {
            return new CallOutcome(exception, (exception as ContactsException)?.Attempts ?? []);
        }
    }

    public override string ToString() => Name;
}

/// <summary>All of them.</summary>
internal static class Operations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new(ContactsOperations.List, AnswerKind.Page, Bench.Page, static async (client, token) =>
            (await client.WithResponse.ListAsync(cancellationToken: token)).Attempts),
        new(ContactsOperations.Search, AnswerKind.Page, Bench.Page, static async (client, token) =>
            (await client.WithResponse.SearchAsync("test", cancellationToken: token)).Attempts),
        new(ContactsOperations.ExportCsv, AnswerKind.Export, "id,name\n1,Test\n", ExportAsync),
        new(ContactsOperations.UploadAvatar, AnswerKind.Upload, """{"url":"https://files.test/x.png"}""", static async (client, token) => (await client.WithResponse.UploadAvatarAsync(Bench.Picture, cancellationToken: token)).Attempts),
        new(ContactsOperations.Get, AnswerKind.Object, Bench.Contact, static async (client, token) =>
            (await client.WithResponse.GetAsync("con_1", token)).Attempts),
        new(ContactsOperations.Update, AnswerKind.Object, Bench.Contact, static async (client, token) =>
            (await client.WithResponse.UpdateAsync("con_1", new UpdateContactInput { Name = "New" }, token)).Attempts),
        new(ContactsOperations.Create, AnswerKind.Object, Bench.Contact, static async (client, token) =>
            (await client.WithResponse.CreateAsync(new CreateContactInput { Name = "New" }, token)).Attempts),
        new(ContactsOperations.Delete, AnswerKind.Acknowledgement, "{}", static async (client, token) =>
            (await client.WithResponse.DeleteAsync("con_1", token)).Attempts),
        new(ContactsOperations.GetByBoardItem, AnswerKind.Object, Bench.Contact, static async (client, token) =>
            (await client.WithResponse.GetByBoardItemAsync("bi_1", token)).Attempts),
        new(ContactsOperations.CreateComment, AnswerKind.Object, Bench.Comment, static async (client, token) =>
            (await client.WithResponse.CreateCommentAsync("con_1", new CreateCommentInput { Text = "Called back." }, token)).Attempts),
        new(ContactsOperations.GetComment, AnswerKind.Object, Bench.Comment, static async (client, token) =>
            (await client.WithResponse.GetCommentAsync("con_1", "cmc_1", token)).Attempts),
        new(ContactsOperations.DeleteComment, AnswerKind.Acknowledgement, "{}", static async (client, token) =>
            (await client.WithResponse.DeleteCommentAsync("con_1", "cmc_1", token)).Attempts),
        new(ContactsOperations.GetMessageComments, AnswerKind.List, "[]", static async (client, token) =>
            (await client.WithResponse.GetMessageCommentsAsync("con_1", cancellationToken: token)).Attempts),
        new(ContactsOperations.GetConversations, AnswerKind.List, "[]", static async (client, token) =>
            (await client.WithResponse.GetConversationsAsync("con_1", cancellationToken: token)).Attempts),
        new(ContactsOperations.GetComments, AnswerKind.List, "[]", static async (client, token) =>
            (await client.WithResponse.GetCommentsAsync("con_1", cancellationToken: token)).Attempts),
        new(ContactsOperations.GetFiles, AnswerKind.List, "[]", static async (client, token) =>
            (await client.WithResponse.GetFilesAsync("con_1", token)).Attempts),
        new(ContactsOperations.GetActivities, AnswerKind.List, "[]", static async (client, token) =>
            (await client.WithResponse.GetActivitiesAsync("conv_1", token)).Attempts),
        new(ContactsOperations.ListNotifications, AnswerKind.Page, """{"data":[{"id":"not_1"}]}""", static async (client, token) => (await client.WithResponse.ListNotificationsAsync(cancellationToken: token)).Attempts),
        new(ContactsOperations.MarkNotificationsRead, AnswerKind.Acknowledgement, "{}", static async (client, token) =>
            (await client.WithResponse.MarkNotificationsReadAsync(["not_1"], token)).Attempts),
        new(ContactsOperations.DismissNotification, AnswerKind.Acknowledgement, "{}", static async (client, token) =>
            (await client.WithResponse.DismissNotificationAsync("not_1", token)).Attempts),
        new(ContactsOperations.DismissAllNotifications, AnswerKind.Acknowledgement, "{}", static async (client, token) =>
            (await client.WithResponse.DismissAllNotificationsAsync(token)).Attempts),
    ];

    public static Operation Of(string name) => All.Single(operation => operation.Name == name);

    /// <summary>Reads the whole text, as a user would; a fault on the way is the call's.</summary>
    private static async Task<IReadOnlyList<ContactsAttempt>> ExportAsync(ContactsClient client, CancellationToken cancellationToken)
    {
        var response = await client.WithResponse.ExportCsvAsync(cancellationToken: cancellationToken);
        await using var export = response.Value;
        using var reader = new StreamReader(export.Content, Encoding.UTF8);
        var buffer = new char[4096];

        // A megabyte is enough to see that it goes on: the export has no limit.
        for (var total = 0; total < 1 << 20;)
        {
            var read = await reader.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        return response.Attempts;
    }
}
