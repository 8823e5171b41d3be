using System.Globalization;

namespace Contacts.Generated.Testing;

internal sealed class StatusFault(int status, TimeSpan? retryAfter, string? body) : EmulatorFault
{
    internal override async Task<bool> ApplyAsync(FaultContext context)
    {
        var reply = body is null ? FaultBodies.For(status) : Reply.Text(status, TypeOf(body, context.Operation), body);
        if (retryAfter is { } wait)
        {
            context.Http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        await ReplyWriter.WriteAsync(context.Http.Response, reply, context.Ended).ConfigureAwait(false);
        return true;
    }

    private string TypeOf(string body, string operation) => body.AsSpan().TrimStart() switch
    {
        ['{' or '[', ..] => Reply.JsonType,
        ['<', ..] => Reply.HtmlType,
        _ => status < 300 && operation == ContactsOperations.ExportCsv ? Reply.CsvType : Reply.TextType,
    };
}
