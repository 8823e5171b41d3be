using Contacts.Cli.Hosting;

namespace Contacts.Cli.Failures;

/// <summary>Runs something, and reports what it throws as a line on stderr and an exit code.</summary>
internal static class FailureReport
{
    public static async Task<int> GuardAsync(CliHost host, string command, string? notFound, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception exception) when (Failure.Of(exception, notFound) is { } failure)
        {
            if (failure.Message is { } message)
            {
                var help = failure.ExitCode == ExitCode.Usage ? $" See '{command} --help'." : "";
                await host.Error.WriteLineAsync($"contacts: {message}{help}");
            }

            return failure.ExitCode;
        }
    }
}
