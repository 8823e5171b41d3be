#if NET8_0_OR_GREATER
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Contacts.Generated;

/// <summary>The scalar coercions for System.Text.Json: a number as text, a text as number, an empty text as nothing.</summary>
internal static class LenientConverters
{
    public static void AddTo(IList<JsonConverter> converters)
    {
        converters.Add(new Scalar<string?>());
        converters.Add(new Scalar<int>());
        converters.Add(new Scalar<int?>());
        converters.Add(new Scalar<long>());
        converters.Add(new Scalar<long?>());
        converters.Add(new Scalar<bool>());
        converters.Add(new Scalar<bool?>());
        converters.Add(new Scalar<double>());
        converters.Add(new Scalar<double?>());
    }

    private sealed class Scalar<T> : JsonConverter<T>
    {
        public override bool HandleNull => true;

        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (T?)ScalarCoercion.Coerce(typeof(T), ScalarOf(ref reader));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (T)(object)reader.GetString()!;

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            throw new NotSupportedException("These options only read.");

        private static object? ScalarOf(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
            ? throw new JsonException("A scalar was expected.")
            : PlainValueReader.Read(ref reader);
    }
}
#endif
