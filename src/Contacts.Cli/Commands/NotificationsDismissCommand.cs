using System.CommandLine;
using Contacts.Cli.Failures;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts notifications dismiss</c>.</summary>
internal static class NotificationsDismissCommand
{
    public static Command Create(CommandFactory commands)
    {
        var id = new Argument<string?>("ID") { Description = "The id of the notification.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "All notifications, instead of one." };
        return commands.Create("dismiss", "Dismisses one notification, or all of them, for good.", [id, all], async call =>
        {
            var given = call.Parsed.GetValue(id);
            if (call.Parsed.GetValue(all) == given is not null)
            {
                throw new UsageException("Give the id of a notification, or --all.");
            }

            if (given is null)
            {
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
}
