using System.CommandLine;
using Contacts.Cli.Connection;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Output;

namespace Contacts.Cli.Commands;

/// <summary>The options of a command that deletes something, and the question that it asks first.</summary>
internal sealed class Confirmation
{
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Do not ask; needed where nobody can be asked." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would be deleted, and delete nothing." };

    public IEnumerable<Option> Options => [_yes, _dryRun];

    public bool IsDryRun(ServiceCall call) => call.Parsed.GetValue(_dryRun);

    /// <summary>Makes sure that it is meant.</summary>
    /// <param name="call">The command.</param>
    /// <param name="what">What would be deleted, such as "the contact con_1".</param>
    /// <exception cref="UsageException">It is not meant, or nobody can be asked.</exception>
    public async Task RequireAsync(ServiceCall call, string what)
    {
        if (call.Parsed.GetValue(_yes))
        {
            return;
        }

        var host = call.Host;
        if (host.ReadAnswer is not { } read)
        {
            throw new UsageException("What is deleted cannot be brought back, and nobody can be asked here: give --yes, or --dry-run to look.");
        }

        await host.Error.WriteAsync($"Delete {SafeText.OneLine(what, 200)} for good? [y/N] ");
        await host.Error.FlushAsync(call.Token);
        var answer = (await read(call.Token))?.Trim();
        if (!string.Equals(answer, "y", StringComparison.OrdinalIgnoreCase) && !string.Equals(answer, "yes", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException("Nothing was deleted.", ExitCode.Failure);
        }
    }
}
