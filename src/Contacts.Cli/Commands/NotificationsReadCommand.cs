using System.CommandLine;
using Contacts.Cli.Failures;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts notifications read</c>.</summary>
internal static class NotificationsReadCommand
{
    public static Command Create(CommandFactory commands)
    {
        var ids = new Argument<string[]>("ID") { Description = "The ids of the notifications.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "All notifications, instead of some." };
        return commands.Create("read", "Marks notifications as read: those that are named, or all.", [ids, all], async call =>
        {
            var given = call.Parsed.GetValue(ids) ?? [];
            if (call.Parsed.GetValue(all) == given.Length > 0)
            {
                throw new UsageException("Give the ids of notifications, or --all.");
            }

            if (given.Length == 0)
            {
                var result = await call.Client.MarkAllNotificationsReadAsync(call.Token);
                await call.Results.OneAsync(result, "All notifications are marked as read.");
            }
            else
            {
                var count = given.Length == 1 ? "1 notification is" : $"{given.Length} notifications are";
                var result = await call.Client.MarkNotificationsReadAsync(given, call.Token);
                await call.Results.OneAsync(result, $"{count} marked as read.");
            }
        });
    }
}
