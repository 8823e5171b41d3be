namespace Contacts.Generated.Testing;

internal sealed class ResetFault : EmulatorFault
{
    internal override Task<bool> ApplyAsync(FaultContext context)
    {
        // The server resets a connection that it aborts; it does not end it politely.
        context.Http.Abort();
        return Task.FromResult(true);
    }
}
