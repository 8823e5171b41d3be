using Contacts.Cli.Failures;

namespace Contacts.Cli.Connection;

/// <summary>A file that holds a secret and nothing else. It may be a pipe, such as that of <c>&lt;(pass show key)</c>.</summary>
internal static class SecretFile
{
    /// <summary>Far more than any key or token needs.</summary>
    private const int MostBytes = 64 * 1024;

    private const string Remedy = "give the path of a file that holds the secret and nothing else.";

    /// <summary>The messages never repeat the path, because somebody may have given the secret itself.</summary>
    public static async Task<string> ReadAsync(string option, string path, CancellationToken cancellationToken)
    {
        string? text;
        try
        {
            // On another thread, because opening a pipe that nobody writes to blocks for ever and cannot be cancelled.
            text = await Task.Run(() => Read(path), CancellationToken.None).WaitAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"The file of {option} cannot be read: {Remedy}");
        }

        return text switch
        {
            null => throw new UsageException($"The file of {option} is larger than {MostBytes / 1024} KiB: {Remedy}"),
            _ when text.Length > 0 && !text.Any(char.IsWhiteSpace) => text,
            _ => throw new UsageException($"The file of {option} must hold the secret and nothing else."),
        };
    }

    /// <summary>The text without surrounding white space; null if the file is too large.</summary>
    private static string? Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var bytes = new byte[MostBytes + 1];
        var count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (count > MostBytes)
        {
            return null;
        }

        using var reader = new StreamReader(new MemoryStream(bytes, 0, count));
        return reader.ReadToEnd().Trim();
    }
}
