using System.Text;
using CsCheck;

namespace Contacts.Generated.Tests;

/// <summary>Damages JSON as transport, proxies and other services might: cut, repeated, overwritten, with foreign pieces.</summary>
internal static class Damage
{
    /// <summary>Pieces that readers have stumbled over.</summary>
    private static readonly byte[][] _pieces =
    [
        "null"u8.ToArray(), "\"\""u8.ToArray(), "1e999"u8.ToArray(), "-"u8.ToArray(), "\"\\ud800\""u8.ToArray(), "{"u8.ToArray(),
        "["u8.ToArray(), "}"u8.ToArray(),
        "]"u8.ToArray(), ","u8.ToArray(), ":"u8.ToArray(), "\"data\":"u8.ToArray(), "\"_id\":"u8.ToArray(), "\"$type\":\"x\","u8.ToArray(),
        [0xFF, 0xFE], [0x00],
        "9223372036854775808"u8.ToArray(), "/*c*/"u8.ToArray(), "'x'"u8.ToArray(), Encoding.UTF8.GetBytes(new string('[', 80)),
    ];

    /// <summary>Values that take the place of a whole value, so that the document stays well-formed and only its types are odd.</summary>
    private static readonly string[] _values =
    [
        "null", "\"\"", "\" \"", "true", "\"false\"", "0", "-1", "\"17\"", "1.5", "1e3", "1e999", "9223372036854775808",
        "123456789012345678901234567890123", "\"2026-01-02\"",
        "\"2026-13-45\"", "\"\\u00e4\\ud83d\\ude00\"", "\"\\ud800\"", "[]", "[1,null,\"x\"]", "{}", "{\"id\":\"x\",\"ID\":2,\"id\":null}",
        "[[{\"a\":1e400}]]", "\"ıİ\"",
    ];

    /// <summary>Damaged forms of some documents.</summary>
    public static Gen<byte[]> Of(byte[][] seeds) => Gen.Select(
        Gen.Int[0, seeds.Length - 1],
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 100_000], Gen.Int[0, 1000], Gen.Byte).Array[0, 6],
        (seed, damages) =>
            damages.Aggregate(seeds[seed], (body, damage) => Apply(body, damage.Item1, damage.Item2, damage.Item3, damage.Item4)));

    private static byte[] Apply(byte[] body, int kind, int place, int piece, byte value)
    {
        var at = body.Length == 0 ? 0 : place % body.Length;
        return kind switch
        {
            0 => body[..at],
            1 => [.. body[..at], .. _pieces[piece % _pieces.Length], .. body[at..]],
            2 => [.. body[..at], .. body[Math.Min(body.Length, at + 1 + (value % 16))..]],
            3 => [.. body[..at], value, .. body[Math.Min(body.Length, at + 1)..]],
            4 => [.. body, .. body[at..]],
            _ => WithValue(body, at, _values[piece % _values.Length]),
        };
    }

    /// <summary>Replaces the scalar, or the list of scalars, behind the next colon.</summary>
    private static byte[] WithValue(byte[] body, int at, string value)
    {
        var colon = body.AsSpan(at).IndexOf((byte)':');
        var start = colon < 0 ? -1 : at + colon + 1;
        var isList = start >= 0 && start < body.Length && body[start] == '[';
        var length = start < 0 ? -1 : isList ? body.AsSpan(start).IndexOf((byte)']') + 1 : body.AsSpan(start).IndexOfAny(",}]"u8);
        return length <= 0 ? body : [.. body[..start], .. Encoding.UTF8.GetBytes(value), .. body[(start + length)..]];
    }
}
