using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Contacts.Generated.Tests;

/// <summary>An application may read our models from a pipe, whose bytes come in pieces.</summary>
public sealed class PlainValueReaderTests
{
    [Theory]
    [InlineData("17", 17L)]
    [InlineData("1.25e2", 125d)]
    [InlineData("\"T\\u00e4st\"", "Täst")]
    [InlineData("true", true)]
    [InlineData("null", null)]
    public void A_value_in_pieces_is_read_as_if_it_were_whole(string json, object? expected) => Read(json).Should().Be(expected);

    [Fact]
    public void So_is_a_number_that_only_a_decimal_holds() => Read("9223372036854775808").Should().Be(9223372036854775808m);

    [Fact]
    public void So_are_lists_and_objects() =>
        Read("""{"a":[1,{"b":"c"}],"a b":{}}""").Should().BeEquivalentTo(new Dictionary<string, object?>
        {
            ["a"] = new List<object?> { 1L, new Dictionary<string, object?> { ["b"] = "c" } },
            ["a b"] = new Dictionary<string, object?>(),
        });

    private static object? Read(string json)
    {
        var reader = new Utf8JsonReader(Piece.Of(Encoding.UTF8.GetBytes(json)));
        reader.Read();
        return PlainValueReader.Read(ref reader);
    }

    /// <summary>One byte of a sequence.</summary>
    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        private Piece(ReadOnlyMemory<byte> memory, long index) => (Memory, RunningIndex) = (memory, index);

        public static ReadOnlySequence<byte> Of(byte[] bytes)
        {
            var first = new Piece(bytes.AsMemory(0, 1), 0);
            var last = first;
            for (var index = 1; index < bytes.Length; index++)
            {
                var next = new Piece(bytes.AsMemory(index, 1), index);
                last.Next = next;
                last = next;
            }

            return new ReadOnlySequence<byte>(first, 0, last, 1);
        }
    }
}
