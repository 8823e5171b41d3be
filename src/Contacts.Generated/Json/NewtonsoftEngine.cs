#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif
using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Contacts.Generated;

/// <summary>Newtonsoft.Json with settings of its own: never JsonConvert, so that a host's DefaultSettings have no effect.</summary>
#if NET8_0_OR_GREATER
[RequiresUnreferencedCode("Newtonsoft.Json reads models by reflection.")]
[RequiresDynamicCode("Newtonsoft.Json reads models by reflection.")]
#endif
internal sealed class NewtonsoftEngine : JsonEngine
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly JsonSerializer _serializer;

    public NewtonsoftEngine(Action<JsonSerializerSettings>? configure)
    {
        var settings = new JsonSerializerSettings
        {
            ContractResolver = new DefaultContractResolver(),
            Culture = CultureInfo.InvariantCulture,
            DateParseHandling = DateParseHandling.None,
            MaxDepth = MaxDepth,

            // "$type" and "$ref" in an answer are fields like any other.
            MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
            TypeNameHandling = TypeNameHandling.None,
        };
        settings.Converters.Add(new NewtonsoftScalarConverter());
        configure?.Invoke(settings);
        _serializer = JsonSerializer.Create(settings);
    }

    public override T? Read<T>(ReadOnlyMemory<byte> utf8)
        where T : default
    {
        try
        {
            StrictJson.Check(utf8.Span);
            using var stream = MemoryStreams.Read(utf8);
            using var text = new StreamReader(stream, _utf8, detectEncodingFromByteOrderMarks: false, bufferSize: 4096);
            using var reader = new JsonTextReader(text) { ArrayPool = JsonCharPool.Shared, CloseInput = false };
            return _serializer.Deserialize<T>(reader);
        }
        catch (Exception exception) when (exception is JsonException or System.Text.Json.JsonException or InvalidOperationException
            or FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            throw new JsonReadException(exception);
        }
    }

    public override byte[] Write<T>(T value)
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, _utf8, bufferSize: 1024, leaveOpen: true))
        using (var writer = new JsonTextWriter(text) { ArrayPool = JsonCharPool.Shared })
        {
            _serializer.Serialize(writer, value, typeof(T));
        }

        return stream.ToArray();
    }
}
