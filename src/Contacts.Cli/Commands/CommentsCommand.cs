using System.CommandLine;
using Contacts.Cli.Output;
using Contacts.Cli.Paging;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts comments</c>.</summary>
internal static class CommentsCommand
{
    public static Command Create(CommandFactory commands)
    {
        var id = Arguments.ContactId();
        var channel = new Option<string>("--channel") { Description = "Only comments on this channel.", HelpName = "type" };
        var pages = new PageOptions();
        return commands.Create("comments", "Lists the internal comments on a contact.", [id, channel, .. pages.Options], call =>
        {
            var contact = call.Text(id);
            var (token, client) = (call.Token, call.Client);
            var type = call.Parsed.GetValue(channel) is { } given ? new ChannelType(given) : default(ChannelType?);
            return new Listing<IReadOnlyList<ContactComment>, ContactComment>(
                "comments",
                [contact, type?.Value],
                Columns.Comments,
                page => client.GetCommentsAsync(contact, new() { Limit = page.Limit, Skip = page.Skip, ChannelType = type }, token),
                static comments => (comments, null),
                (skip, paging) => client.GetAllCommentsAsync(contact, new() { Skip = skip, ChannelType = type }, paging, token))
                .ShowAsync(call, PageRequest.Of(call.Parsed, pages));
        });
    }
}
