using System.Text;

namespace Contacts.Cli.Hosting;

/// <summary>
/// The process's standard error. When it cannot be written, because the disk is full or the reader is gone, the text is lost, and the
/// command ends as it would have ended otherwise.
/// </summary>
internal sealed class StandardError(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public static TextWriter Open() =>
        StandardDescriptor.IsGiven(StandardDescriptor.Error) ? Synchronized(new StandardError(Console.Error)) : Null;

    public override void Write(char value) => Write([value], 0, 1);

    public override void Write(string? value)
    {
        if (value is not null)
        {
            Write(value.ToCharArray(), 0, value.Length);
        }
    }

    public override void Write(char[] buffer, int index, int count)
    {
        try
        {
            inner.Write(buffer, index, count);
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            // There is nowhere left to report it.
        }
    }

    /// <summary>Writes the line in one piece, so that it does not mix with that of another program.</summary>
    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void Flush()
    {
        try
        {
            inner.Flush();
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            // There is nowhere left to report it.
        }
    }

    private static bool IsFailure(Exception failure) => failure is IOException or UnauthorizedAccessException or ObjectDisposedException;
}
