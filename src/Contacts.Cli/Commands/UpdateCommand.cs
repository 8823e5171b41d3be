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
            Description = "Set a field; may be given several times. 'contacts help fields' lists the fields.",
            HelpName = "field=value",
        };
        var clear = new Option<string[]>("--clear") { Description = "Clear a field; may be given several times.", HelpName = "field" };
        var unknown = new Option<bool>("--allow-unknown-fields")
        {
            Description = "Also send a field that the service is not known to have, and would ignore.",
        };
        const string Description = "Changes fields of a contact; the others stay as they are.";
        return commands.Create("update", Description, [id, set, clear, unknown], async call =>
        {
            var parsed = call.Parsed;
            var input = UpdateFields.ToInput(parsed.GetValue(set) ?? [], parsed.GetValue(clear) ?? [], parsed.GetValue(unknown));
            await call.Results.OneAsync(await call.Client.UpdateAsync(call.Text(id), input, call.Token));
        });
    }
}
