using System.CommandLine;
using Contacts.Cli.Failures;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts create</c>.</summary>
internal static class CreateCommand
{
    /// <summary>An option for each string of a new contact.</summary>
    private static readonly (string[] Names, string HelpName, string Description, Action<CreateContactInput, string> Set)[] _texts =
    [
        (["--name", "--display-name"], "text", "The name under which the contact is shown.", static (input, text) => input.Name = text),
        (["--first-name"], "text", "The first name.", static (input, text) => input.FirstName = text),
        (["--last-name"], "text", "The last name.", static (input, text) => input.LastName = text),
        (["--email"], "address", "The e-mail address.", static (input, text) => input.Email = text),
        (["--phone", "--phone-number"], "number", "The phone number.", static (input, text) => input.Phone = text),
        (["--channel-type"], "type", "The kind of channel. The service's default: web.", static (input, text) => input.ChannelType = text),
        (["--channel-id"], "id", "The channel.", static (input, text) => input.ChannelId = text),
        (["--time-zone"], "name", "The time zone, such as Etc/UTC.", static (input, text) => input.TimeZone = text),
        (["--avatar-url"], "url", "The address of the picture, as upload-avatar shows it.", static (input, text) => input.AvatarUrl = text),
        (["--provider-user-id"], "id", "The contact's id at the channel's provider.", static (input, text) => input.ProviderUserId = text),
        (["--business-unit"], "id", "The business unit.", static (input, text) => input.BusinessUnitId = text),
    ];

    public static Command Create(CommandFactory commands)
    {
        var texts = _texts.Select(static text => new Option<string>(text.Names[0], text.Names[1..])
        {
            Description = text.Description,
            HelpName = text.HelpName,
        }).ToList();
        var labels = new Option<string[]>("--label") { Description = "A label; may be given several times.", HelpName = "label" };
        const string Description = "Creates a contact from the given fields and shows it.";
        return commands.Create("create", Description, [.. texts, labels], async call =>
        {
            var input = new CreateContactInput();
            var given = 0;
            for (var field = 0; field < texts.Count; field++)
            {
                if (call.Parsed.GetValue(texts[field]) is { } text)
                {
                    _texts[field].Set(input, text);
                    given++;
                }
            }

            if (call.Parsed.GetValue(labels) is { Length: > 0 } all)
            {
                input.Labels = all;
                given++;
            }

            if (given == 0)
            {
                throw new UsageException("Give at least one field, such as --name or --email.");
            }

            await call.Results.OneAsync(await call.Client.CreateAsync(input, call.Token));
        });
    }
}
