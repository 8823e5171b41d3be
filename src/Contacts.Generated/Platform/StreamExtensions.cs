namespace Contacts.Generated;

/// <summary>Reads, writes and closes streams by the best overloads that the target framework has.</summary>
internal static class StreamExtensions
{
    /// <summary>Large enough to keep a fast connection busy, small enough to stay off the large object heap.</summary>
    internal const int CopyBufferSize = 64 * 1024;

    internal static ValueTask<int> ReadSomeAsync(
        this Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
#if NET
        stream.ReadAsync(buffer.AsMemory(offset, count), cancellationToken);
#else
        new(stream.ReadAsync(buffer, offset, count, cancellationToken));
#endif

    internal static ValueTask WriteAllAsync(
        this Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
#if NET
        stream.WriteAsync(buffer.AsMemory(offset, count), cancellationToken);
#else
        new(stream.WriteAsync(buffer, offset, count, cancellationToken));
#endif

    internal static ValueTask CloseAsync(this Stream stream)
    {
#if NET
        return stream.DisposeAsync();
#else
        stream.Dispose();
        return default;
#endif
    }
}
