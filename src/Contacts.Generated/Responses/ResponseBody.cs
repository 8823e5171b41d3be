namespace Contacts.Generated;

/// <summary>A complete body, and what a reader must know about its response.</summary>
/// <param name="Bytes">The body, decompressed; valid only while it is being read.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Method">The method of the request.</param>
/// <param name="Options">What the readers need to know about the call.</param>
internal readonly record struct ResponseBody(ReadOnlyMemory<byte> Bytes, int Status, HttpMethod Method, ReadOptions Options)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// Whether the body may be empty: after an update or a removal, but not after a read or a POST, whose result the caller does not know.
    /// </summary>
    public bool MayBeBlank => Method != HttpMethod.Get && Method != HttpMethod.Post;

    /// <summary>Whether the body is empty or only white space.</summary>
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

    /// <summary>Whether the body begins like HTML or XML.</summary>
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

    /// <summary>The body without a byte order mark, which JSON readers reject.</summary>
    public ReadOnlyMemory<byte> Json => Bytes.Span.StartsWith(ByteOrderMark) ? Bytes.Slice(ByteOrderMark.Length) : Bytes;
}
