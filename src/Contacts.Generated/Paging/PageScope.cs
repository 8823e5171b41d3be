using System.Text;

namespace Contacts.Generated;

/// <summary>What a continuation belongs to. A token carries a short hash for each of the four parts, so that a refusal can say which one differs.</summary>
/// <param name="Gateway">The address under which the operations stand.</param>
/// <param name="Organization">The organization that is asked for, if any.</param>
/// <param name="Operation">The operation's name.</param>
/// <param name="Parameters">Path and query, without <c>skip</c> and <c>limit</c>.</param>
internal sealed record PageScope(string Gateway, string? Organization, string Operation, string Parameters)
{
    public const int HashLength = 4 * PartLength;

    private const int PartLength = 4;

    /// <summary>Each part is hashed with those before it: alone, a short hash of an organization or a search would be easy to guess.</summary>
    public byte[] Hash()
    {
        var hash = new byte[HashLength];
        var text = new StringBuilder();
        string?[] parts = [Gateway, Organization, Operation, Parameters];
        for (var part = 0; part < parts.Length; part++)
        {
            text.Append(parts[part]).Append('\n');
            PageTokenHash.Compute(Encoding.UTF8.GetBytes(text.ToString()), PartLength).CopyTo(hash, part * PartLength);
        }

        return hash;
    }

    /// <summary>The first part in which two hashes differ, in words; null when they are the same.</summary>
    public static string? Difference(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> other)
    {
        for (var index = 0; index < HashLength; index++)
        {
            if (hash[index] != other[index])
            {
                return (index / PartLength) switch
                {
                    0 => "another gateway",
                    1 => "another organization",
                    2 => "another operation",
                    _ => "other parameters of the operation",
                };
            }
        }

        return null;
    }
}
