using System.CommandLine;
using Contacts.Cli.Output;
using Contacts.Cli.Paging;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts notifications list</c>.</summary>
internal static class NotificationsListCommand
{
    public static Command Create(CommandFactory commands)
    {
        var type = new Option<string>("--type")
        {
            Description = "Only this kind: conversations, assigns or teams.",
            HelpName = "kind",
            CompletionSources = { "conversations", "assigns", "teams" },
        };
        var pages = new PageOptions();
        return commands.Create("list", "Lists notifications, newest first.", [type, .. pages.Options], call =>
        {
            var kind = call.Parsed.GetValue(type);
            return new Listing<NotificationPage, Notification>(
                "notifications",
                [kind],
                Columns.Notifications,
                page => call.Client.ListNotificationsAsync(new() { Limit = page.Limit, Skip = page.Skip, Type = kind }, call.Token),
                static page => (page.Data, page.Total),
                (skip, paging) => call.Client.ListAllNotificationsAsync(new() { Skip = skip, Type = kind }, paging, call.Token))
                .ShowAsync(call, PageRequest.Of(call.Parsed, pages));
        });
    }
}
