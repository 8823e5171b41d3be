using System.Text.Json;

namespace Contacts.Generated;

/// <summary>
/// Bounds the memory and the time that it takes to read a document, before any of it is read. An empty object has two bytes on the wire
/// and takes about four hundred as a model, so a limit on bytes alone is not enough: 16 MiB of empty objects would become 2 GB.
/// </summary>
internal static class JsonCost
{
    /// <summary>The cost of an object, where any other value costs 1.</summary>
    private const int ObjectCost = 8;

    /// <summary>What any document may cost, however short it is: as much as a page of 100,000 objects with a dozen values each.</summary>
    private const int MinimumLimit = 2_000_000;

    /// <summary>
    /// What a document of this length may cost: a quarter of its bytes. A value with its name takes about twenty bytes on the wire, and the
    /// smallest object with an id about fifty, so a page from the service costs at most half of that.
    /// </summary>
    public static long Limit(int length) => Math.Max(MinimumLimit, length / 4);

    public static bool IsAffordable(ReadOnlySpan<byte> utf8) =>
        utf8.Length <= MinimumLimit / ObjectCost || UpperBound(utf8) <= Limit(utf8.Length) || IsAffordableCounted(utf8);

    /// <summary>An upper bound that is cheap to compute; too high if strings contain braces and commas.</summary>
    private static long UpperBound(ReadOnlySpan<byte> utf8)
    {
        var cost = 1L;
        for (var at = utf8.IndexOfAny((byte)'{', (byte)'[', (byte)','); at >= 0; at = utf8.IndexOfAny((byte)'{', (byte)'[', (byte)','))
        {
            cost += utf8[at] == '{' ? ObjectCost : 1;
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
                    JsonTokenType.StartObject => ObjectCost,
                    JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray => 0,
                    _ => 1,
                };
            }
        }
        catch (JsonException)
        {
            // The reader will find the same error, and no more values before it.
        }

        return cost <= Limit(utf8.Length);
    }
}
