namespace Contacts.Generated.Tests;

public sealed class PeekableStreamTests
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(3, 4096)]
    [InlineData(9999, 7)]
    public async Task Nothing_is_lost_however_it_is_peeked_and_read(int peeks, int maxRead)
    {
        using var stream = new PeekableStream(new SyntheticStream(5_000, maxRead));
        for (var peek = 0; peek < peeks && await stream.PeekMoreAsync(default); peek++)
        {
        }

        using var all = new MemoryStream();
        await stream.CopyToAsync(all, bufferSize: 3);

        all.ToArray().Should().Equal(SyntheticStream.Bytes(0, 5_000));
        stream.BytesRead.Should().Be(5_000);
    }

    [Fact]
    public async Task Peeking_ends_after_a_kibibyte()
    {
        var inner = new SyntheticStream(1L << 30, maxRead: 10);
        using var stream = new PeekableStream(inner);
        while (await stream.PeekMoreAsync(default))
        {
        }

        stream.Peeked.Length.Should().Be(1024);
    }

    [Fact]
    public async Task Synchronous_readers_get_the_same()
    {
        using var stream = new PeekableStream(new MemoryStream("hello"u8.ToArray()));
        await stream.PeekMoreAsync(default);

        var buffer = new byte[8];
        var first = stream.Read(buffer, 1, 2);
        var rest = stream.Read(buffer.AsSpan(3));

        (first, rest, stream.Read(buffer, 0, 8)).Should().Be((2, 3, 0));
        MultipartBody.Text(buffer).Should().Be("\0hello\0\0");
    }

    [Fact]
    public async Task The_inner_stream_is_closed_with_it()
    {
        var inner = new SyntheticStream(1);
        await new PeekableStream(inner).DisposeAsync();

        inner.IsDisposed.Should().BeTrue();
    }
}
