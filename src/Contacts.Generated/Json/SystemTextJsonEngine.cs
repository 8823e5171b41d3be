#if NET8_0_OR_GREATER
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Contacts.Generated.Serialization;

namespace Contacts.Generated;

/// <summary>
/// Source-generated System.Text.Json. A document is read strictly first, at full speed; only one that fails is read again
/// with the scalar coercions, so that nobody pays for them who does not need them.
/// </summary>
internal sealed class SystemTextJsonEngine : JsonEngine
{
    private readonly JsonSerializerOptions _strict = CreateOptions(lenient: false);
    private readonly Lazy<JsonSerializerOptions> _lenient = new(static () => CreateOptions(lenient: true));

    public override T? Read<T>(ReadOnlyMemory<byte> utf8)
        where T : default
    {
        // The library refuses bytes that are no UTF-8 in texts, but replaces them in some names.
        if (!Utf8.IsValid(utf8.Span))
        {
            throw new JsonReadException(new JsonException("The document is not UTF-8."));
        }

        try
        {
            return JsonSerializer.Deserialize(utf8.Span, Info<T>(_strict));
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return ReadLeniently<T>(utf8);
        }
    }

    public override byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Info<T>(_strict));

    private T? ReadLeniently<T>(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8.Span, Info<T>(_lenient.Value));
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            throw new JsonReadException(exception);
        }
    }

    /// <summary>An unpaired surrogate or broken UTF-8 in a string surfaces as InvalidOperationException.</summary>
    private static bool IsUnreadable(Exception exception) => exception is JsonException or InvalidOperationException or FormatException;

    private static JsonTypeInfo<T> Info<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions CreateOptions(bool lenient)
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = ContactsJson.TypeInfoResolver,
            MaxDepth = MaxDepth,

            // Bodies are never put into HTML; names in any script stay readable and short.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

        // The unknown fields, at once as the plain values that they become.
        options.Converters.Add(new PlainValueConverter());
        if (lenient)
        {
            LenientConverters.AddTo(options.Converters);
        }

        options.MakeReadOnly();
        return options;
    }
}
#endif
