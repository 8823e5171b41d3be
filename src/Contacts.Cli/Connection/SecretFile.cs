using Contacts.Cli.Failures;

namespace Contacts.Cli.Connection;

/// <summary>A file that holds a secret and nothing else.</summary>
internal static class SecretFile
{
    /// <summary>The path is never repeated: somebody may have given the secret itself.</summary>
    public static string Read(string option, string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"The file of {option} cannot be read: give the path of a file that holds the secret and nothing else.");
        }

        return text.Length > 0 && !text.Any(char.IsWhiteSpace)
            ? text
            : throw new UsageException($"The file of {option} must hold the secret and nothing else.");
    }
}
