namespace Contacts.Generated.Tests;

/// <summary>A success for every operation, by its path.</summary>
internal static class GoodAnswers
{
    public const string Csv = "id,name\r\nc1,one\r\n";

    public static HttpResponseMessage To(SentRequest request) =>
        request.Address.AbsolutePath.EndsWith("/_export_csv", StringComparison.Ordinal)
            ? FakeGateway.Answer(200, Csv, "text/csv")
            : FakeGateway.Answer(200, BodyFor(request));

    private static string BodyFor(SentRequest request) => request.Address.AbsolutePath switch
    {
        var path when path.EndsWith("/_fileupload", StringComparison.Ordinal) => """{"url":"https://files.test/a.png"}""",
        _ when request.Method == "POST" => """{"data":{"id":"c1"}}""",
        var path when path.EndsWith("/contacts", StringComparison.Ordinal) || path.EndsWith("/_search", StringComparison.Ordinal)
            || path.EndsWith("/notifications", StringComparison.Ordinal) => """{"data":[],"has_more":false,"count":0}""",
        var path when path.EndsWith("/conversations", StringComparison.Ordinal) || path.EndsWith("comments", StringComparison.Ordinal)
            || path.EndsWith("/files", StringComparison.Ordinal) || path.Contains("/conversations_activities/", StringComparison.Ordinal) =>
                "[]",
        _ => """{"data":{"id":"c1"}}""",
    };
}
