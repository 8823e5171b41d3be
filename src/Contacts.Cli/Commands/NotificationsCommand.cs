using System.CommandLine;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts notifications</c>.</summary>
internal static class NotificationsCommand
{
    public static Command Create(CommandFactory commands) =>
        new("notifications", "Lists, marks, dismisses and watches the notifications of the user.")
        {
            NotificationsListCommand.Create(commands),
            NotificationsReadCommand.Create(commands),
            NotificationsDismissCommand.Create(commands),
            NotificationsWatchCommand.Create(commands),
        };
}
