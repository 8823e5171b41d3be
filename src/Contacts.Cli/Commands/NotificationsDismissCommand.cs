using System.CommandLine;
using Contacts.Cli.Connection;
using Contacts.Cli.Failures;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts notifications dismiss</c>.</summary>
internal static class NotificationsDismissCommand
{
    public static Command Create(CommandFactory commands)
    {
        var id = new Argument<string?>("ID") { Description = "The id of the notification.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "All notifications, instead of one." };
        var confirmation = new Confirmation();
        const string Description = "Dismisses one notification, or all of them, for good.";
        return commands.Create("dismiss", Description, [id, all, .. confirmation.Options], async call =>
        {
            var given = call.Parsed.GetValue(id);
            if (call.Parsed.GetValue(all) == given is not null)
            {
                throw new UsageException("Give the id of a notification, or --all.");
            }

            if (confirmation.IsDryRun(call))
            {
                var count = given is null ? await CountAsync(call) : "1 notification";
                await call.Host.Error.WriteLineAsync($"{count} would be dismissed. Nothing was sent.");
            }
            else if (given is null)
            {
                await confirmation.AskAsync(call, async () => $"Dismiss {await CountAsync(call)} for good?");
                var result = await call.Client.DismissAllNotificationsAsync(call.Token);
                await call.Results.OneAsync(result, "All notifications are dismissed.");
            }
            else
            {
                var result = await call.Client.DismissNotificationAsync(given, call.Token);
                await call.Results.OneAsync(result, "The notification is dismissed.");
            }
        });
    }

    private static async Task<string> CountAsync(ServiceCall call) =>
        (await call.Client.ListNotificationsAsync(new() { Limit = 1 }, call.Token)).Total switch
        {
            1 => "1 notification",
            { } total => $"{total} notifications",
            null => "the notifications",
        };
}
