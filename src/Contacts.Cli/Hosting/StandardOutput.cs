using Microsoft.Win32.SafeHandles;

namespace Contacts.Cli.Hosting;

/// <summary>The process's standard output.</summary>
internal static class StandardOutput
{
    private const int UsualWidth = 80;

    /// <summary>
    /// The stream of <see cref="Console"/> ignores a closed pipe, so a command would go on reading for nobody, whereas a stream of the
    /// descriptor itself notices. In a file, however, the latter keeps a position of its own, although others may write there too.
    /// </summary>
    public static Stream Open()
    {
        if (!StandardDescriptor.IsGiven(StandardDescriptor.Output))
        {
            return new ClosedOutput();
        }

        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        var stream = Descriptor();
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }

    /// <summary>Whether another program reads the output and may write to the terminal itself. False if that is not known.</summary>
    public static bool IsPipe() =>
        Console.IsOutputRedirected
        && !OperatingSystem.IsWindows()
        && StandardDescriptor.IsGiven(StandardDescriptor.Output)
        && !Descriptor().CanSeek;

    public static int Width()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }

    private static FileStream Descriptor() =>
        new(new SafeFileHandle(StandardDescriptor.Output, ownsHandle: false), FileAccess.Write, bufferSize: 0);

    private sealed class ClosedOutput : WriteOnlyStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Standard output is closed.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("Standard output is closed.");

        public override void Flush()
        {
        }
    }
}
