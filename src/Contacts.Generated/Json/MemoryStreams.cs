using System.Runtime.InteropServices;

namespace Contacts.Generated;

/// <summary>Reads memory as a stream without copying it first.</summary>
internal static class MemoryStreams
{
    public static MemoryStream Read(ReadOnlyMemory<byte> memory) =>
        MemoryMarshal.TryGetArray(memory, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(memory.ToArray(), writable: false);
}
