using Contacts.Cli.Hosting;

namespace Contacts.Cli.Failures;

/// <summary>Runs a command, and reports an exception as a line on stderr and an exit code.</summary>
internal static class FailureReport
{
    public static async Task<int> GuardAsync(CliHost host, string command, string? notFound, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception exception)
        {
            var failure = Failure.Of(exception, notFound);
            if (failure.Message is { } message)
            {
                await host.Error.WriteLineAsync($"contacts: {SafeText.Of(message)}{Further(failure.ExitCode, command)}");
            }

            return failure.ExitCode;
        }
    }

    private static string Further(int exitCode, string command) => exitCode switch
    {
        ExitCode.Usage => $" See '{command} --help'.",
        ExitCode.Connection or ExitCode.Authentication => " 'contacts doctor' looks closer.",
        _ => "",
    };
}
