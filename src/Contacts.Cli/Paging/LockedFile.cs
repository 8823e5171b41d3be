using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Generated;

namespace Contacts.Cli.Paging;

/// <summary>Opens a file that only one run at a time may use. The lock ends with the process, however that ends.</summary>
internal static class LockedFile
{
    // EAGAIN, EAGAIN, ERROR_SHARING_VIOLATION
    private const int LinuxLocked = 11, MacLocked = 35, WindowsLocked = unchecked((int)0x80070020);

    /// <summary>
    /// The file that a path leads to. It need not exist, but if it does it must be a regular file: a later run could not add to a pipe.
    /// </summary>
    public static string Resolve(string option, string path)
    {
        try
        {
            return AtomicFileTarget.Resolve(path);
        }
        catch (ArgumentException failure)
        {
            var sentence = failure.Message.Split(" (Parameter '")[0].Replace(", or export to a stream", "", StringComparison.Ordinal);
            throw new UsageException($"{option} needs a file that a later run can add to. {sentence}");
        }
    }

    /// <param name="option">The option that names the file.</param>
    /// <param name="path">The resolved path.</param>
    public static FileStream Open(string option, string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException failure) when (failure.HResult is LinuxLocked or MacLocked or WindowsLocked)
        {
            throw new UsageException(
                $"Another run is using the file of {option}: wait until it ends, or use other files for this run.", ExitCode.Failure);
        }
    }
}
