#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Contacts.Generated.Serialization;

namespace Contacts.Generated;

/// <summary>Source-generated System.Text.Json.</summary>
internal sealed class SystemTextJsonEngine : JsonEngine
{
    /// <summary>A document of this length or more is read in pieces, so that reading can be cancelled; that costs some speed.</summary>
    private const int LongDocument = 1 << 20;

    private readonly JsonSerializerOptions _reading = CreateOptions(ModelDepth);
    private readonly Lazy<JsonSerializerOptions> _writing = new(static () => CreateOptions(MaxDepth));

    public override T? ReadStrictly<T>(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken = default)
        where T : default
    {
        // The library rejects invalid UTF-8 in strings, but replaces it in some names.
        if (!Utf8.IsValid(utf8.Span))
        {
            throw new JsonReadException(new JsonException("The document is not UTF-8."));
        }

        try
        {
            return utf8.Length < LongDocument
                ? JsonSerializer.Deserialize(utf8.Span, Info<T>(_reading))
                : ReadPieces<T>(utf8, cancellationToken);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            throw new JsonReadException(exception);
        }
    }

    public override byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Info<T>(_writing.Value));

    // The document is in memory, so nothing waits; the token is checked before each piece.
    private T? ReadPieces<T>(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken)
    {
        var bytes = MemoryMarshal.TryGetArray(utf8, out var array) ? array : new ArraySegment<byte>(utf8.ToArray());
        using var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count);
        return JsonSerializer.DeserializeAsync(stream, Info<T>(_reading), cancellationToken).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The library reports an unpaired surrogate or invalid UTF-8 in a string as InvalidOperationException.</summary>
    private static bool IsUnreadable(Exception exception) => exception is JsonException or InvalidOperationException or FormatException;

    private static JsonTypeInfo<T> Info<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions CreateOptions(int depth)
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = ContactsJson.TypeInfoResolver,
            MaxDepth = depth,

            // Bodies are never put into HTML, so names in any script may stay readable and short.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

        // Unknown fields are read as plain values directly.
        options.Converters.Add(new PlainValueConverter());
        options.MakeReadOnly();
        return options;
    }
}
#endif
