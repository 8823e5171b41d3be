using System.CommandLine;
using Contacts.Cli.Connection;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary>The options of commands that do what cannot be undone, or change much, and the question that they ask first.</summary>
internal sealed class Confirmation
{
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Do not ask; required if there is no terminal." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would change, and change nothing." };

    public IEnumerable<Option> Options => [_yes, _dryRun];

    public bool IsDryRun(ServiceCall call) => call.Parsed.GetValue(_dryRun);

    /// <summary>Shows what would be deleted, or deletes it after confirmation.</summary>
    /// <param name="call">The command.</param>
    /// <param name="kind">What is deleted, such as "contact".</param>
    /// <param name="id">Its id.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="delete">Deletes it.</param>
    public async Task DeleteAsync<T>(ServiceCall call, string kind, string id, Func<Task<T>> read, Func<Task<DeletionResult>> delete)
    {
        if (IsDryRun(call))
        {
            await call.Results.OneAsync(await read());
            return;
        }

        await AskAsync(call, () => Task.FromResult($"Delete the {kind} {SafeText.OneLine(id, 100)} for good?"));
        await call.Results.OneAsync(await delete(), $"The {kind} is deleted.");
    }

    /// <summary>Asks, unless the answer was given.</summary>
    /// <exception cref="UsageException">There is nobody to ask, or the answer is no.</exception>
    public async Task AskAsync(ServiceCall call, Func<Task<string>> question)
    {
        if (call.Parsed.GetValue(_yes))
        {
            return;
        }

        if (call.Host.ReadAnswer is not { } read)
        {
            throw new UsageException("There is no terminal to ask at: use --yes to do what cannot be undone, or --dry-run to see it.");
        }

        await call.Host.Error.WriteAsync(await question() + " [y/N] ");
        await call.Host.Error.FlushAsync(call.Token);
        if ((await read(call.Token))?.Trim().ToUpperInvariant() is not ("Y" or "YES"))
        {
            throw new UsageException("Nothing was changed.", ExitCode.Failure);
        }
    }
}
