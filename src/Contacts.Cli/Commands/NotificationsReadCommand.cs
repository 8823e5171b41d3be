using System.CommandLine;
using Contacts.Cli.Failures;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts notifications read</c>.</summary>
internal static class NotificationsReadCommand
{
    public static Command Create(CommandFactory commands)
    {
        var ids = new Argument<string[]>("ID") { Description = "The ids of the notifications.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Every notification, instead of the ids." };
        return commands.Create("read", "Marks notifications as read: those named, or all.", [ids, all], async call =>
        {
            var given = call.Parsed.GetValue(ids) ?? [];
            if (call.Parsed.GetValue(all) == given.Length > 0)
            {
                throw new UsageException("Give the ids of notifications, or --all.");
            }

            if (given.Length == 0)
            {
                await call.Results.OneAsync(await call.Client.MarkAllNotificationsReadAsync(call.Token), "All notifications are marked as read.");
            }
            else
            {
                await call.Results.OneAsync(
                    await call.Client.MarkNotificationsReadAsync(given, call.Token), $"{given.Length} {(given.Length == 1 ? "notification is" : "notifications are")} marked as read.");
            }
        });
    }
}
