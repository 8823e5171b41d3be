using System.CommandLine;
using Contacts.Cli.Output;
using Contacts.Cli.Paging;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts message-comments</c>.</summary>
internal static class MessageCommentsCommand
{
    public static Command Create(CommandFactory commands)
    {
        var id = Arguments.ContactId();
        var channel = Arguments.Channel("Only messages on this channel.");
        var pages = new PageOptions(
            defaultPageSize: 50, defaultLimit: "the service's, which is not known; the web application asks for 50");
        const string Description = "Lists the messages of a contact on which there are internal comments.";
        return commands.Create("message-comments", Description, [id, channel, .. pages.Options], call =>
        {
            var contact = call.Text(id);
            var (token, client) = (call.Token, call.Client);
            var type = call.Parsed.GetValue(channel) is { } given ? new ChannelType(given) : default(ChannelType?);
            return new Listing<IReadOnlyList<ContactComment>, ContactComment>(
                "messages",
                ["message-comments", contact, type?.Value],
                Columns.MessageComments,
                page => client.GetMessageCommentsAsync(contact, new() { Limit = page.Limit, Skip = page.Skip, ChannelType = type }, token),
                static messages => (messages, null),
                (skip, paging) => client.GetAllMessageCommentsAsync(contact, new() { Skip = skip, ChannelType = type }, paging, token))
                .ShowAsync(call, PageRequest.Of(call.Parsed, pages));
        }, isList: true);
    }
}
