using System.CommandLine;
using Contacts.Cli.Failures;
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
        var unread = new Option<bool>("--unread") { Description = "Only those that are not marked as read. Reads the whole list." };
        var pages = new PageOptions();
        return commands.Create("list", "Lists notifications, newest first.", [type, unread, .. pages.Options], call =>
        {
            var kind = call.Parsed.GetValue(type);
            var (request, isFiltered) = (PageRequest.Of(call.Parsed, pages), call.Parsed.GetValue(unread));
            if (isFiltered && request.Limit is not null)
            {
                throw new UsageException("--unread reads the whole list: leave --limit out.");
            }

            return new Listing<NotificationPage, Notification>(
                "notifications",
                [kind],
                Columns.Notifications,
                page => call.Client.ListNotificationsAsync(new() { Limit = page.Limit, Skip = page.Skip, Type = kind }, call.Token),
                static page => (page.Data, page.Total),
                (skip, paging) => call.Client.ListAllNotificationsAsync(new() { Skip = skip, Type = kind }, paging, call.Token))
            {
                Note = static page => page.UnreadCount is { } count ? $"{count} unread" : null,
                Filter = isFiltered ? static notification => !notification.IsRead : null,
            }.ShowAsync(call, isFiltered ? request with { All = true } : request);
        }, isList: true);
    }
}
