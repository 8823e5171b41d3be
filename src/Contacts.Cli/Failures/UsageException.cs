using Contacts.Cli.Hosting;

namespace Contacts.Cli.Failures;

/// <summary>The command line or the configuration is invalid; the message says what to do.</summary>
internal sealed class UsageException(string message, int exitCode = ExitCode.Usage) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
