namespace Contacts.Cli.Hosting;

/// <summary>Marks what goes wrong with the output, so that it is not taken for a failure of the network or of another file.</summary>
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
