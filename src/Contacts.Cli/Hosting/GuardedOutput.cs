namespace Contacts.Cli.Hosting;

/// <summary>
/// Turns a failure of the output into an exception of its own, so that it is not mistaken for one of the network or of another file.
/// </summary>
internal sealed class GuardedOutput(Stream inner) : WriteOnlyStream
{
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (Exception failure) when (IsOutputFailure(failure))
        {
            throw new OutputException(failure);
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await inner.WriteAsync(buffer, cancellationToken);
        }
        catch (Exception failure) when (IsOutputFailure(failure))
        {
            throw new OutputException(failure);
        }
    }

    public override void Flush()
    {
        try
        {
            inner.Flush();
        }
        catch (Exception failure) when (IsOutputFailure(failure))
        {
            throw new OutputException(failure);
        }
    }

    private static bool IsOutputFailure(Exception failure) => failure is IOException or UnauthorizedAccessException;
}

/// <summary>The output could not be written.</summary>
internal sealed class OutputException(Exception cause) : Exception(cause.Message, cause)
{
    private const int BrokenPipe = 32; // EPIPE, on Linux and macOS alike
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsNoData = unchecked((int)0x800700E8);

    /// <summary>Whether the reader closed its end, as <c>head</c> does when it has enough, which is not a failure.</summary>
    public bool IsClosedPipe => InnerException!.HResult is BrokenPipe or WindowsBrokenPipe or WindowsNoData;
}
