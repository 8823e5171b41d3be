using System.CommandLine;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts update</c>.</summary>
internal static class UpdateCommand
{
    public static Command Create(CommandFactory commands)
    {
        var id = Arguments.ContactId();
        var set = new Option<string[]>("--set")
        {
            Description = $"Set a field; may be given several times. The fields: {string.Join(", ", UpdateFields.Names)}.",
            HelpName = "field=value",
        };
        var clear = new Option<string[]>("--clear") { Description = "Clear a field; may be given several times.", HelpName = "field" };
        var unknown = new Option<bool>("--allow-unknown-fields")
        {
            Description = "Send a field that is not in the list as it is. Without this it is an error, for the service ignores what it does not know.",
        };
        return commands.Create("update", "Changes fields of a contact; what is not named stays as it is.", [id, set, clear, unknown], async call =>
        {
            var input = UpdateFields.ToInput(call.Parsed.GetValue(set) ?? [], call.Parsed.GetValue(clear) ?? [], call.Parsed.GetValue(unknown));
            await call.Results.OneAsync(await call.Client.UpdateAsync(call.Text(id), input, call.Token));
        });
    }
}
