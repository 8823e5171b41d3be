namespace Contacts.Generated.Testing;

internal sealed class PartialBodyFault(bool stalls) : EmulatorFault
{
    internal override async Task<bool> ApplyAsync(FaultContext context)
    {
        var reply = context.Answer();
        var response = context.Http.Response;
        ReplyWriter.WriteHead(response, reply);

        // A body of one byte or none has no middle; one more byte is promised then, and never sent.
        response.ContentLength = Math.Max(reply.Body.Length, 2);
        await response.Body.WriteAsync(reply.Body.AsMemory(0, reply.Body.Length / 2), context.Ended).ConfigureAwait(false);
        await response.Body.FlushAsync(context.Ended).ConfigureAwait(false);
        if (stalls)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.Ended).ConfigureAwait(false);
        }

        // Returning with less than was announced makes the server end the connection.
        return true;
    }
}
