namespace Contacts.Generated.Testing;

internal sealed class DelayFault(TimeSpan delay) : EmulatorFault
{
    internal override async Task<bool> ApplyAsync(FaultContext context)
    {
        await Task.Delay(delay, context.Ended).ConfigureAwait(false);
        return false;
    }
}

internal sealed class ResetFault : EmulatorFault
{
    internal override async Task<bool> ApplyAsync(FaultContext context)
    {
        // The server resets a connection that it aborts, instead of closing it in order. The request counts as aborted a moment later.
        context.Http.Abort();
        await Task.Delay(Timeout.InfiniteTimeSpan, context.Ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return true;
    }
}

internal sealed class PartialBodyFault(bool stalls) : EmulatorFault
{
    internal override async Task<bool> ApplyAsync(FaultContext context)
    {
        var reply = context.Answer();
        var response = context.Http.Response;
        reply.WriteHead(response);

        // A body of one byte or none has no middle, so a second byte is announced and never sent.
        response.ContentLength = Math.Max(reply.Body.Length, 2);
        await response.Body.WriteAsync(reply.Body.AsMemory(0, reply.Body.Length / 2), context.Ended).ConfigureAwait(false);
        await response.Body.FlushAsync(context.Ended).ConfigureAwait(false);
        if (stalls)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.Ended).ConfigureAwait(false);
        }

        // The server ends the connection when less was written than announced.
        return true;
    }
}
