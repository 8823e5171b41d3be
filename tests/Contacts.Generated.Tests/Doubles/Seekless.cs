namespace Contacts.Generated.Tests;

/// <summary>A stream that cannot be rewound, as one from the network.</summary>
internal sealed class Seekless(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override long Seek(long offset, SeekOrigin loc) => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override long Length => throw new NotSupportedException();
}
