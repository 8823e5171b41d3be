using System.Text.Json;

namespace Contacts.Generated;

/// <summary>
/// Bounds the memory and the time that reading a document takes, before any of it is read. An empty object takes two bytes on the wire
/// and some four hundred as a model, so the bytes alone bound nothing: 16 MiB of empty objects would become 2 GB.
/// </summary>
internal static class JsonWeight
{
    /// <summary>What an object weighs, where any other value weighs 1.</summary>
    private const int OfObject = 8;

    /// <summary>What every document may weigh, however short it is: that of a page of 100,000 objects with a dozen values each.</summary>
    private const int Least = 2_000_000;

    /// <summary>
    /// How much a document of a length may weigh: a quarter of its bytes. A value with its name takes about twenty on the wire, and the
    /// smallest object with an id some fifty, so a page of the service weighs half of that at most.
    /// </summary>
    public static long Limit(int length) => Math.Max(Least, length / 4);

    /// <summary>Whether a document may be read.</summary>
    public static bool IsBearable(ReadOnlySpan<byte> utf8) =>
        utf8.Length <= Least / OfObject || MostOf(utf8) <= Limit(utf8.Length) || IsReallyBearable(utf8);

    /// <summary>A weight that is soon found, but too large where texts have braces and commas in them.</summary>
    private static long MostOf(ReadOnlySpan<byte> utf8)
    {
        var weight = 1L;
        for (var at = utf8.IndexOfAny((byte)'{', (byte)'[', (byte)','); at >= 0; at = utf8.IndexOfAny((byte)'{', (byte)'[', (byte)','))
        {
            weight += utf8[at] == '{' ? OfObject : 1;
            utf8 = utf8.Slice(at + 1);
        }

        return weight;
    }

    private static bool IsReallyBearable(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonEngine.MaxDepth + 1 });
        var weight = 0L;
        try
        {
            while (weight <= Limit(utf8.Length) && reader.Read())
            {
                weight += reader.TokenType switch
                {
                    JsonTokenType.StartObject => OfObject,
                    JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray => 0,
                    _ => 1,
                };
            }
        }
        catch (JsonException)
        {
            // Whoever reads it will find the same fault, and no more values before it.
        }

        return weight <= Limit(utf8.Length);
    }
}
