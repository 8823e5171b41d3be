using System.CommandLine;
using Contacts.Cli.Output;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts conversations</c>.</summary>
internal static class ConversationsCommand
{
    public static Command Create(CommandFactory commands)
    {
        var id = Arguments.ContactId();
        var channels = new Option<string[]>("--channel")
        {
            Description = "Only this channel; may be given several times. "
                + $"Known: {string.Join(", ", ChannelType.KnownValues)}. Default: all known ones.",
            HelpName = "type",
        };
        return commands.Create("conversations", "Lists the conversations of a contact.", [id, channels], async call =>
        {
            var types = call.Parsed.GetValue(channels) is { Length: > 0 } given ? given.Select(static type => new ChannelType(type)) : null;
            var options = new ContactsGetConversationsOptions { ChannelTypes = types?.ToList() };
            var conversations = await call.Client.GetConversationsAsync(call.Text(id), options, call.Token);
            await call.ShowAsync(conversations, Columns.Conversations, "conversations");
        }, isList: true);
    }
}
