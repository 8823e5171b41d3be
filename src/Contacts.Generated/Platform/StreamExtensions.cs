namespace Contacts.Generated;

/// <summary>The one place that knows which stream overloads a target framework has.</summary>
internal static class StreamExtensions
{
    /// <summary>Large enough to keep a fast connection busy, small enough to stay off the large object heap.</summary>
    internal const int BufferSize = 64 * 1024;

#if NET
    internal static ValueTask<int> ReadSomeAsync(this Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer.AsMemory(offset, count), cancellationToken);

    internal static ValueTask WriteAllAsync(this Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        stream.WriteAsync(buffer.AsMemory(offset, count), cancellationToken);

    internal static ValueTask CloseAsync(this Stream stream) => stream.DisposeAsync();
#else
    internal static ValueTask<int> ReadSomeAsync(this Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        new(stream.ReadAsync(buffer, offset, count, cancellationToken));

    internal static ValueTask WriteAllAsync(this Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        new(stream.WriteAsync(buffer, offset, count, cancellationToken));

    internal static ValueTask CloseAsync(this Stream stream)
    {
        stream.Dispose();
        return default;
    }
#endif
}
