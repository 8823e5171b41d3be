using System.Text.Json;

namespace Contacts.Generated;

/// <summary>
/// Bounds the memory and the time that reading a document takes, before any of it is read. An empty object takes two bytes on the wire
/// and some four hundred as a model, so the bytes alone bound nothing: 16 MiB of empty objects would become 2 GB.
/// </summary>
internal static class JsonCost
{
    /// <summary>What an object costs, where any other value costs 1.</summary>
    private const int OfObject = 8;

    /// <summary>What every document may cost, however short it is: the cost of a page of 100,000 objects with a dozen values each.</summary>
    private const int Minimum = 2_000_000;

    /// <summary>
    /// How much a document of a length may cost: a quarter of its bytes. A value with its name takes about twenty on the wire, and the
    /// smallest object with an id some fifty, so a page of the service costs half of that at most.
    /// </summary>
    public static long Limit(int length) => Math.Max(Minimum, length / 4);

    /// <summary>Whether a document may be read.</summary>
    public static bool IsAffordable(ReadOnlySpan<byte> utf8) =>
        utf8.Length <= Minimum / OfObject || UpperBound(utf8) <= Limit(utf8.Length) || IsAffordableCounted(utf8);

    /// <summary>An upper bound that is cheap to compute; too high where texts have braces and commas in them.</summary>
    private static long UpperBound(ReadOnlySpan<byte> utf8)
    {
        var cost = 1L;
        for (var at = utf8.IndexOfAny((byte)'{', (byte)'[', (byte)','); at >= 0; at = utf8.IndexOfAny((byte)'{', (byte)'[', (byte)','))
        {
            cost += utf8[at] == '{' ? OfObject : 1;
            utf8 = utf8.Slice(at + 1);
        }

        return cost;
    }

    private static bool IsAffordableCounted(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonEngine.MaxDepth + 1 });
        var cost = 0L;
        try
        {
            while (cost <= Limit(utf8.Length) && reader.Read())
            {
                cost += reader.TokenType switch
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

        return cost <= Limit(utf8.Length);
    }
}
