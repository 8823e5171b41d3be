using System.CommandLine;
using Contacts.Cli.Connection;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Output;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary>The options of commands that delete something, and the question that they ask first.</summary>
internal sealed class Deletion
{
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Delete without asking; required if there is no terminal." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would be deleted, and delete nothing." };

    public IEnumerable<Option> Options => [_yes, _dryRun];

    /// <summary>Shows what would be deleted, or deletes it after confirmation.</summary>
    /// <param name="call">The command.</param>
    /// <param name="kind">What is deleted, such as "contact".</param>
    /// <param name="id">Its id.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="delete">Deletes it.</param>
    public async Task RunAsync<T>(ServiceCall call, string kind, string id, Func<Task<T>> read, Func<Task<DeletionResult>> delete)
    {
        if (call.Parsed.GetValue(_dryRun))
        {
            await call.Results.OneAsync(await read());
            return;
        }

        if (!call.Parsed.GetValue(_yes))
        {
            await AskAsync(call, $"Delete the {kind} {SafeText.OneLine(id, 100)} for good? [y/N] ");
        }

        await call.Results.OneAsync(await delete(), $"The {kind} is deleted.");
    }

    private static async Task AskAsync(ServiceCall call, string question)
    {
        if (call.Host.ReadAnswer is not { } read)
        {
            throw new UsageException("There is no terminal to ask at: use --yes to delete this for good, or --dry-run to see it.");
        }

        await call.Host.Error.WriteAsync(question);
        await call.Host.Error.FlushAsync(call.Token);
        if ((await read(call.Token))?.Trim().ToUpperInvariant() is not ("Y" or "YES"))
        {
            throw new UsageException("Nothing was deleted.", ExitCode.Failure);
        }
    }
}
