#if NET8_0_OR_GREATER
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Contacts.Generated.Serialization;

namespace Contacts.Generated;

/// <summary>Source-generated System.Text.Json.</summary>
internal sealed class SystemTextJsonEngine : JsonEngine
{
    /// <summary>From this length on a document is read in pieces, so that a reading can be cancelled. It costs some speed.</summary>
    private const int Long = 1 << 20;

    private readonly JsonSerializerOptions _reading = CreateOptions(ModelDepth);
    private readonly Lazy<JsonSerializerOptions> _writing = new(static () => CreateOptions(MaxDepth));

    public override T? ReadStrictly<T>(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken = default)
        where T : default
    {
        // The library refuses bytes that are no UTF-8 in texts, but replaces them in some names.
        if (!Utf8.IsValid(utf8.Span))
        {
            throw new JsonReadException(new JsonException("The document is not UTF-8."));
        }

        try
        {
            return utf8.Length < Long
                ? JsonSerializer.Deserialize(utf8.Span, Info<T>(_reading))
                : JsonSerializer.Deserialize(new CancellableBytes(utf8, cancellationToken), Info<T>(_reading));
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            throw new JsonReadException(exception);
        }
    }

    public override byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Info<T>(_writing.Value));

    /// <summary>An unpaired surrogate or broken UTF-8 in a string surfaces as InvalidOperationException.</summary>
    private static bool IsUnreadable(Exception exception) => exception is JsonException or InvalidOperationException or FormatException;

    private static JsonTypeInfo<T> Info<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions CreateOptions(int depth)
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = ContactsJson.TypeInfoResolver,
            MaxDepth = depth,

            // Bodies are never put into HTML; names in any script stay readable and short.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

        // The unknown fields, at once as the plain values that they become.
        options.Converters.Add(new PlainValueConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>The bytes of a document as a stream that ends with the call.</summary>
    private sealed class CancellableBytes(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) : Stream
    {
        private int _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var piece = bytes.Span.Slice(_position, Math.Min(buffer.Length, bytes.Length - _position));
            piece.CopyTo(buffer);
            _position += piece.Length;
            return piece.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
#endif
