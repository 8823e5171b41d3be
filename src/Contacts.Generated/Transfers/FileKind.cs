using System.Runtime.InteropServices;
using System.Text;

namespace Contacts.Generated;

/// <summary>Distinguishes files from devices, pipes and sockets, which .NET cannot.</summary>
internal static class FileKind
{
    private const int KindMask = 0xF000, RegularFile = 0x8000, Folder = 0x4000;

    // The offsets of the fields in the operating systems' structures.
    private const int LinuxMode = 28, LinuxDevice = 136, MacMode = 4;

    /// <summary>
    /// Whether the path leads to something that is neither a file nor a folder, or to a file by way of a process that has it open. Whoever
    /// uses either would never notice a file that is moved into its place. Links are followed.
    /// </summary>
    public static bool IsSpecial(string path)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            // Windows expands NUL, CON and the names of pipes to such a path.
            return path.StartsWith(@"\\.\", StringComparison.Ordinal);
        }

        return IsPlaceOfDevices(path) || LeadsToOpenFile(path) || Kind(path) is { } and not (RegularFile or Folder);
    }

    private static bool LeadsToOpenFile(string path) =>
        path.StartsWith("/proc/", StringComparison.Ordinal) || IsInProc(path);

    /// <summary>Whether the path is in /proc under another name, for example below a link to a folder there.</summary>
    private static bool IsInProc(string path) =>
        LinuxStatus(path, followLink: false) is { } own
        && LinuxStatus("/proc/self", followLink: false) is { } proc
        && BitConverter.ToUInt64(own, LinuxDevice) == BitConverter.ToUInt64(proc, LinuxDevice);

    /// <summary>
    /// No file belongs among the devices; and on operating systems that are not covered below, nothing else is known.
    /// </summary>
    private static bool IsPlaceOfDevices(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static int? Kind(string path) =>
        LinuxStatus(path, followLink: true) is { } linux ? BitConverter.ToUInt16(linux, LinuxMode) & KindMask
        : MacStatus(path) is { } mac ? BitConverter.ToUInt16(mac, MacMode) & KindMask
        : null;

    /// <summary>
    /// The bytes of <c>struct statx</c>, which is the same on every processor; null if nothing is there, or not on Linux.
    /// </summary>
    private static byte[]? LinuxStatus(string path, bool followLink)
    {
        const int CurrentFolder = -100, NoFollow = 0x100, BasicFields = 0x7FF, Size = 256;
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux))
        {
            return null;
        }

        var status = new byte[Size];
        try
        {
            return Statx(CurrentFolder, Terminated(path), followLink ? 0 : NoFollow, BasicFields, status) == 0 ? status : null;
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The bytes of <c>struct stat</c>; null if nothing is there, or not on macOS.</summary>
    private static byte[]? MacStatus(string path)
    {
        const int RoomEnough = 512;
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.OSX))
        {
            return null;
        }

        var status = new byte[RoomEnough];
        var isIntel = RuntimeInformation.ProcessArchitecture == Architecture.X64;
        var result = isIntel ? StatOfIntelMac(Terminated(path), status) : StatOfMac(Terminated(path), status);
        return result == 0 ? status : null;
    }

    private static byte[] Terminated(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, [Out] byte[] status);

    [DllImport("libc", EntryPoint = "stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatOfMac(byte[] path, [Out] byte[] status);

    [DllImport("libc", EntryPoint = "stat$INODE64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatOfIntelMac(byte[] path, [Out] byte[] status);
}
