using System.Text;
using Contacts.Cli.Hosting;

namespace Contacts.Cli.Output;

/// <summary>Cleans UTF-8 text on its way to a terminal. A character may come in two parts.</summary>
/// <param name="inner">The terminal.</param>
/// <param name="clean">Makes text safe for a terminal.</param>
internal sealed class TerminalStream(Stream inner, Func<string, string> clean) : WriteOnlyStream
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    /// <summary>The output for what the service sent: cleaned on a terminal, byte for byte elsewhere.</summary>
    public static Stream For(CliHost host, Func<string, string> clean) =>
        host.IsOutputTerminal ? new TerminalStream(host.Output, clean) : host.Output;

    public override void Write(ReadOnlySpan<byte> buffer) => inner.Write(Clean(buffer));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(Clean(buffer.Span), cancellationToken);

    public override void Flush() => inner.Flush();

    private byte[] Clean(ReadOnlySpan<byte> bytes)
    {
        var letters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        var count = _decoder.GetChars(bytes, letters, flush: false);
        return Encoding.UTF8.GetBytes(clean(new string(letters, 0, count)));
    }
}
