using System.Runtime.InteropServices;

namespace Contacts.Cli.Hosting;

/// <summary>Standard output and standard error as the process was given them.</summary>
internal static class StandardDescriptor
{
    public const int Output = 1, Error = 2;

    /// <summary>
    /// Whether the process was started with the descriptor. If it was closed (<c>2&gt;&amp;-</c>), its number goes to something that the
    /// runtime opens for itself, which must not be written to. The runtime marks its own descriptors as not to be inherited, and one that
    /// was inherited cannot have that mark.
    /// </summary>
    public static bool IsGiven(int descriptor)
    {
        const int GetFlags = 1, NotInherited = 1;
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        try
        {
            return Control(descriptor, GetFlags) is >= 0 and var flags && (flags & NotInherited) == 0;
        }
        catch (Exception failure) when (failure is DllNotFoundException or EntryPointNotFoundException)
        {
            // The C library has another name here. The descriptor was almost certainly passed to the process.
            return true;
        }
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, int command);
}
