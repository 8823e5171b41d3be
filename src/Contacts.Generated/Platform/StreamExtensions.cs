#if !NET
using System.Runtime.InteropServices;
#endif

namespace Contacts.Generated;

/// <summary>Reads, writes and closes streams with the best overloads of the target framework.</summary>
internal static class StreamExtensions
{
    /// <summary>Large enough to keep a fast connection busy, small enough to stay off the large object heap.</summary>
    public const int CopyBufferSize = 64 * 1024;

    public static ValueTask<int> ReadSomeAsync(
        this Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        stream.ReadSomeAsync(buffer.AsMemory(offset, count), cancellationToken);

    public static ValueTask<int> ReadSomeAsync(this Stream stream, Memory<byte> buffer, CancellationToken cancellationToken)
    {
#if NET
        return stream.ReadAsync(buffer, cancellationToken);
#else
        // Every buffer of this SDK and of the framework's readers is an array.
        return MemoryMarshal.TryGetArray<byte>(buffer, out var array)
            ? new(stream.ReadAsync(array.Array, array.Offset, array.Count, cancellationToken))
            : throw new NotSupportedException("The buffer is not an array.");
#endif
    }

    public static ValueTask WriteAllAsync(
        this Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
#if NET
        stream.WriteAsync(buffer.AsMemory(offset, count), cancellationToken);
#else
        new(stream.WriteAsync(buffer, offset, count, cancellationToken));
#endif

    public static ValueTask CloseAsync(this Stream stream)
    {
#if NET
        return stream.DisposeAsync();
#else
        stream.Dispose();
        return default;
#endif
    }
}
