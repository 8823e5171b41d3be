namespace Contacts.Generated;

/// <summary>A body that was read whole, and what a reader must know of its answer.</summary>
/// <param name="Bytes">The body, decompressed; valid only while it is read.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Method">The method of the request.</param>
/// <param name="Options">What the reading takes from the call.</param>
internal readonly record struct ResponseBody(ReadOnlyMemory<byte> Bytes, int Status, HttpMethod Method, ReadOptions Options)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether nothing at all is an answer: of a write to what the caller knows. A read, and a POST that makes something, must tell what.</summary>
    public bool MayBeBlank => Method != HttpMethod.Get && Method != HttpMethod.Post;

    /// <summary>Whether there is nothing to read: no byte but white space.</summary>
    public bool IsBlank
    {
        get
        {
            foreach (var value in Bytes.Span)
            {
                if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Whether it begins as HTML or XML does.</summary>
    public bool IsMarkup
    {
        get
        {
            foreach (var value in Json.Span)
            {
                if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                {
                    return value == (byte)'<';
                }
            }

            return false;
        }
    }

    /// <summary>The body without a byte order mark, which JSON readers refuse.</summary>
    public ReadOnlyMemory<byte> Json => Bytes.Span.StartsWith(ByteOrderMark) ? Bytes.Slice(ByteOrderMark.Length) : Bytes;
}
