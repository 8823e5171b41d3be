using System.Buffers;
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
    private readonly bool _isConfigured;

    public NewtonsoftEngine(Action<JsonSerializerSettings>? configure)
    {
        var settings = new JsonSerializerSettings
        {
            ContractResolver = new DefaultContractResolver(),
            Culture = CultureInfo.InvariantCulture,
            DateParseHandling = DateParseHandling.None,
            MaxDepth = ModelDepth,

            // "$type" and "$ref" in a response are fields like any other.
            MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
            TypeNameHandling = TypeNameHandling.None,
        };
        settings.Converters.Add(new NewtonsoftScalarConverter());
        configure?.Invoke(settings);
        _isConfigured = configure is not null;
        _serializer = JsonSerializer.Create(settings);
    }

    /// <summary>Newtonsoft.Json itself applies the caller's settings; it is slower, and ignores the case of names.</summary>
    protected override bool ReadsByMembers => !_isConfigured;

    public override T? ReadStrictly<T>(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken = default)
        where T : default
    {
        try
        {
            using var reader = new Utf8NewtonsoftReader(utf8, Names, cancellationToken);
            reader.Read();
            if (reader.TokenType == JsonToken.String)
            {
                // Newtonsoft.Json would accept an empty string in place of a list and return null.
                throw new JsonSerializationException("An object or a list was expected.");
            }

            var value = _serializer.Deserialize<T>(reader);
            reader.ReadToEnd();
            return value;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new JsonReadException(exception);
        }
    }

    /// <summary>Reads it as the only item of a list, since a single string is rejected above.</summary>
    public override T? ReadValue<T>(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken = default)
        where T : default
    {
        var list = new byte[utf8.Length + 2];
        list[0] = (byte)'[';
        utf8.CopyTo(list.AsMemory(1));
        list[list.Length - 1] = (byte)']';
        return ReadStrictly<IReadOnlyList<T>>(list, cancellationToken) is { Count: 1 } read
            ? read[0]
            : throw new JsonReadException(new JsonSerializationException("One value was expected."));
    }

    public override byte[] Write<T>(T value)
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, _utf8, bufferSize: 1024, leaveOpen: true))
        using (var writer = new WholeNumberWriter(text) { ArrayPool = JsonCharPool.Shared })
        {
            _serializer.Serialize(writer, value, typeof(T));
        }

        return stream.ToArray();
    }
}

/// <summary>
/// Writes a whole decimal as it was received, "9223372036854775808". Newtonsoft.Json adds ".0", and readers take that for a double.
/// </summary>
internal sealed class WholeNumberWriter(TextWriter text) : JsonTextWriter(text)
{
    public override void WriteValue(decimal value) => WriteRawValue(value.ToString(CultureInfo.InvariantCulture));
}

/// <summary>Lends Newtonsoft.Json its character buffers from the shared pool.</summary>
internal sealed class JsonCharPool : IArrayPool<char>
{
    public static JsonCharPool Shared { get; } = new();

    public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

    public void Return(char[]? array)
    {
        if (array is not null)
        {
            ArrayPool<char>.Shared.Return(array);
        }
    }
}
