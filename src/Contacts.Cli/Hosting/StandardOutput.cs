using Microsoft.Win32.SafeHandles;

namespace Contacts.Cli.Hosting;

/// <summary>The process's standard output as it is.</summary>
internal static class StandardOutput
{
    private const int UsualWidth = 80;

    /// <summary>
    /// The stream of <see cref="Console"/> takes no notice of a closed pipe, so that a command would read the whole service for
    /// nobody; a stream of the descriptor itself does. It keeps a position of its own in a file, though, which others may write to too.
    /// </summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }

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
}
