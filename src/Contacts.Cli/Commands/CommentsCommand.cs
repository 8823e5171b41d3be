using System.CommandLine;
using Contacts.Cli.Output;
using Contacts.Cli.Paging;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts comments</c>, and the commands below it for one comment.</summary>
internal static class CommentsCommand
{
    private const string NoSuchComment = "'contacts comments CONTACT_ID' lists the ids of a contact's comments.";

    public static Command Create(CommandFactory commands)
    {
        var id = Arguments.ContactId();
        var channel = Arguments.Channel("Only comments on this channel.");
        var pages = new PageOptions();
        var command = commands.Create("comments", "Lists the internal comments on a contact.", [id, channel, .. pages.Options], call =>
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
        }, isList: true);
        command.Add(CreateAdd(commands));
        command.Add(CreateShow(commands));
        command.Add(CreateDelete(commands));
        return command;
    }

    private static Command CreateAdd(CommandFactory commands)
    {
        var id = Arguments.ContactId();
        var content = new Option<string>("--content")
        {
            Description = "The text. Colleagues see it, the contact does not.",
            HelpName = "text",
            Required = true,
        };
        return commands.Create("add", "Writes a comment on a contact and shows it.", [id, content], async call =>
        {
            var input = new CreateCommentInput { Text = call.Parsed.GetValue(content)! };
            await call.Results.OneAsync(await call.Client.CreateCommentAsync(call.Text(id), input, call.Token));
        });
    }

    private static Command CreateShow(CommandFactory commands)
    {
        var (id, comment) = (Arguments.ContactId(), Arguments.CommentId());
        return commands.Create(
            "show",
            "Shows the fields of a comment.",
            [id, comment],
            async call => await call.Results.OneAsync(
                await call.Client.GetCommentAsync(call.Text(id), call.Text(comment), call.Token)),
            notFound: NoSuchComment);
    }

    private static Command CreateDelete(CommandFactory commands)
    {
        var (id, comment) = (Arguments.ContactId(), Arguments.CommentId());
        var confirmation = new Confirmation();
        return commands.Create(
            "delete",
            "Deletes a comment for good.",
            [id, comment, .. confirmation.Options],
            call =>
            {
                var (client, contact, named) = (call.Client, call.Text(id), call.Text(comment));
                return confirmation.DeleteAsync(
                    call,
                    "comment",
                    named,
                    () => client.GetCommentAsync(contact, named, call.Token),
                    () => client.DeleteCommentAsync(contact, named, call.Token));
            },
            notFound: NoSuchComment);
    }
}
