using System.CommandLine;
using Contacts.Cli.Failures;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts notifications dismiss</c>.</summary>
internal static class NotificationsDismissCommand
{
    public static Command Create(CommandFactory commands)
    {
        var id = new Argument<string?>("ID") { Description = "The id of the notification.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Every notification, instead of the id." };
        return commands.Create("dismiss", "Dismisses a notification, or all: they are gone then.", [id, all], async call =>
        {
            var given = call.Parsed.GetValue(id);
            if (call.Parsed.GetValue(all) == given is not null)
            {
                throw new UsageException("Give the id of a notification, or --all.");
            }

            if (given is null)
            {
                await call.Results.OneAsync(await call.Client.DismissAllNotificationsAsync(call.Token), "All notifications are dismissed.");
            }
            else
            {
                await call.Results.OneAsync(await call.Client.DismissNotificationAsync(given, call.Token), "The notification is dismissed.");
            }
        });
    }
}
