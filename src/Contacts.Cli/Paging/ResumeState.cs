using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Contacts.Cli.Paging;

/// <summary>How much of a list several runs have written into a file.</summary>
/// <param name="Output">The full path of the file with the lines.</param>
/// <param name="Query">A fingerprint of what is listed, so that the search terms cannot be read here.</param>
/// <param name="Length">How many bytes of the file are valid; an interrupted run left whatever follows them.</param>
/// <param name="Tail">A fingerprint of the last of these bytes.</param>
/// <param name="Items">How many lines these bytes contain.</param>
/// <param name="Continuation">Where the list continues; null at its start, or when it is finished.</param>
/// <param name="Finished">Whether the file has the whole list.</param>
internal sealed record ResumeState(string Output, string Query, long Length, string Tail, long Items, string? Continuation, bool Finished)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>A fingerprint of several strings, in which null and empty differ.</summary>
    public static string QueryOf(IReadOnlyList<string?> parts) => Fingerprint(JsonSerializer.SerializeToUtf8Bytes(parts));

    public static string Fingerprint(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <exception cref="JsonException">The line is not a state.</exception>
    public static ResumeState Parse(ReadOnlySpan<byte> line) =>
        JsonSerializer.Deserialize<ResumeState>(line, _json) is { Length: >= 0, Items: >= 0 } state ? state : throw new JsonException();

    public byte[] ToLine() => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this, _json) + "\n");
}
