using System.Globalization;

namespace Contacts.Generated.Testing;

internal sealed class StatusFault(int status, TimeSpan? retryAfter, string? body) : EmulatorFault
{
    private const string BadGateway =
        "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n"
        + "<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";

    internal override async Task<bool> ApplyAsync(FaultContext context)
    {
        var reply = body is null ? Usual(status) : Reply.Text(status, TypeOf(body, context.Operation), body);
        if (retryAfter is { } wait)
        {
            context.Http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        await reply.SendAsync(context.Http.Response, context.Ended).ConfigureAwait(false);
        return true;
    }

    private string TypeOf(string body, string operation) => body.AsSpan().TrimStart() switch
    {
        ['{' or '[', ..] => Reply.JsonType,
        ['<', ..] => Reply.HtmlType,
        _ => status < 300 && operation == ContactsOperations.ExportCsv ? Reply.CsvType : Reply.TextType,
    };

    /// <summary>What the service, its gateway or the web server in front of it usually sends with a status.</summary>
    private static Reply Usual(int status) => status switch
    {
        204 or 205 or 304 => new Reply(status, null, []),
        400 => ErrorReplies.Invalid(),
        401 => ErrorReplies.Code(401, 40001, "Unauthorized"),
        403 => ErrorReplies.Code(403, 40003, "Insufficient permission"),
        404 => ErrorReplies.Code(404, 40004, "Not found"),
        409 => ErrorReplies.Named(409, "Conflict", "The contact was modified"),
        413 => ErrorReplies.TooLarge,
        422 => ErrorReplies.Code(422, 40000, "A value is not acceptable"),
        429 => ErrorReplies.TooManyRequests,
        502 => Reply.Text(502, Reply.HtmlType, BadGateway),
        504 => ErrorReplies.GatewayTimeout,
        >= 500 => ErrorReplies.Code(status, 99999, "Service Unavailable"),
        _ => ErrorReplies.Message(status, "The emulator was asked for this status"),
    };
}
