namespace Contacts.Cli.Hosting;

/// <summary>The output could not be written.</summary>
internal sealed class OutputException(Exception cause) : Exception(cause.Message, cause)
{
    private const int BrokenPipe = 32; // EPIPE, on Linux and macOS alike
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsNoData = unchecked((int)0x800700E8);

    /// <summary>Whether the reader went away, as <c>head</c> does when it has enough: no failure.</summary>
    public bool IsClosedPipe => InnerException!.HResult is BrokenPipe or WindowsBrokenPipe or WindowsNoData;
}
