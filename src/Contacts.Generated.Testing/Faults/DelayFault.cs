namespace Contacts.Generated.Testing;

internal sealed class DelayFault(TimeSpan delay) : EmulatorFault
{
    internal override async Task<bool> ApplyAsync(FaultContext context)
    {
        await Task.Delay(delay, context.Ended).ConfigureAwait(false);
        return false;
    }
}
