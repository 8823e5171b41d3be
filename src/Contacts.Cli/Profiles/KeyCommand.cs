using System.Diagnostics;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;

namespace Contacts.Cli.Profiles;

/// <summary>A line for the shell that prints a secret, such as that of a password manager.</summary>
internal static class KeyCommand
{
    /// <summary>Runs the line. What it writes on stderr is shown; standard input stays for the command itself.</summary>
    /// <returns>Its first line.</returns>
    /// <exception cref="UsageException">It fails, or prints no secret.</exception>
    public static async Task<string> RunAsync(string line, CliHost host, CancellationToken cancellationToken)
    {
        using var process = Process.Start(OperatingSystem.IsWindows() ? Shell("cmd.exe", "/d", "/c", line) : Shell("/bin/sh", "-c", line))!;
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            await PassOnAsync(process.StandardError, host.Error, cancellationToken);
            var text = await output;
            await process.WaitForExitAsync(cancellationToken);
            var secret = text.Split('\n')[0].Trim();
            return (process.ExitCode, secret) switch
            {
                (not 0, _) => throw new UsageException(
                    $"The key command ended with exit code {process.ExitCode}: run it in a shell to see why.", ExitCode.Authentication),
                _ when secret.Length == 0 || secret.Any(char.IsWhiteSpace) => throw new UsageException(
                    "The key command printed no secret: its first line must be the secret and nothing else.", ExitCode.Authentication),
                _ => secret,
            };
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Copies letters as they come, since a question ends without a line break.</summary>
    private static async Task PassOnAsync(TextReader from, TextWriter to, CancellationToken cancellationToken)
    {
        var letters = new char[1024];
        while (await from.ReadAsync(letters, cancellationToken) is > 0 and var count)
        {
            await to.WriteAsync(letters.AsMemory(0, count), cancellationToken);
            await to.FlushAsync(cancellationToken);
        }
    }

    private static ProcessStartInfo Shell(string program, params string[] arguments) => new(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    };
}
