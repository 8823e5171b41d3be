using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Generated;

namespace Contacts.Cli.Paging;

/// <summary>Opens a file that one run at a time may use. The lock goes with the process, however that ends.</summary>
internal static class LockedFile
{
    private const int LinuxLocked = 11, MacLocked = 35, WindowsLocked = unchecked((int)0x80070020); // EAGAIN, EAGAIN, ERROR_SHARING_VIOLATION

    /// <summary>Where the file is that a path leads to. It need not exist, but what exists must be a file: a pipe cannot be gone on with.</summary>
    public static string Resolve(string option, string path)
    {
        try
        {
            return AtomicFileTarget.Resolve(path);
        }
        catch (ArgumentException failure)
        {
            var sentence = failure.Message.Split(" (Parameter '")[0].Replace(", or export to a stream", "", StringComparison.Ordinal);
            throw new UsageException($"{option} needs a file that a later run can go on with. {sentence}");
        }
    }

    /// <param name="option">The option that names it.</param>
    /// <param name="path">Where it is, resolved.</param>
    public static FileStream Open(string option, string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException failure) when (failure.HResult is LinuxLocked or MacLocked or WindowsLocked)
        {
            throw new UsageException($"Another run uses the file of {option} at this moment: wait until it ends, or give this run other files.", ExitCode.Failure);
        }
    }
}
