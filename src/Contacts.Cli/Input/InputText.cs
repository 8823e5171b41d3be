using System.Text;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;

namespace Contacts.Cli.Input;

/// <summary>Text from a file or, for the name <c>-</c>, from standard input: UTF-8, or what a byte order mark says.</summary>
internal static class InputText
{
    public const string StandardInput = "-";

    /// <summary>What a message calls the source.</summary>
    public static string NameOf(string path) => path == StandardInput ? "standard input" : path;

    /// <exception cref="UsageException">The text is not UTF-8.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<string> ReadAsync(CliHost host, string path, CancellationToken cancellationToken)
    {
        using var reader = Open(path == StandardInput ? host.Input : File.OpenRead(path), leaveOpen: path == StandardInput);
        return await OffThread(reader.ReadToEnd, path, cancellationToken);
    }

    /// <summary>The lines of standard input, each as soon as it is there.</summary>
    /// <exception cref="UsageException">The text is not UTF-8.</exception>
    public static async IAsyncEnumerable<(int Number, string Text)> LinesAsync(
        CliHost host, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = Open(host.Input, leaveOpen: true);
        for (var number = 1; await OffThread(reader.ReadLine, StandardInput, cancellationToken) is { } line; number++)
        {
            yield return (number, line);
        }
    }

    private static StreamReader Open(Stream stream, bool leaveOpen) =>
        new(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, leaveOpen: leaveOpen);

    // Reading from a terminal or a pipe cannot be cancelled, so Ctrl-C would have to wait for more input.
    private static async Task<T> OffThread<T>(Func<T> read, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(read, CancellationToken.None).WaitAsync(cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{NameOf(path)} is not UTF-8: save or write it with that encoding.");
        }
    }
}
