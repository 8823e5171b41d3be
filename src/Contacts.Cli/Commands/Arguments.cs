using System.CommandLine;

namespace Contacts.Cli.Commands;

/// <summary>The arguments and options that several commands have.</summary>
internal static class Arguments
{
    public static Argument<string> ContactId() => Id("CONTACT_ID", "The id of the contact, as 'contacts list' shows it.");

    /// <summary>A contact, or all those of standard input.</summary>
    public static Argument<string> ContactIds() => Id("CONTACT_ID", "The id of the contact; - reads ids from stdin, one on each line.");

    /// <summary>The same argument, which may be left out.</summary>
    public static Argument<string?> Optional(Argument<string> argument)
    {
        var optional = new Argument<string?>(argument.Name) { Description = argument.Description, Arity = ArgumentArity.ZeroOrOne };
        optional.Validators.AddRange(argument.Validators);
        return optional;
    }

    public static Argument<string> CommentId() => Id("COMMENT_ID", "The id of the comment, as 'contacts comments' shows it.");

    /// <summary>An id. One from a table that had no room for it is not an id.</summary>
    public static Argument<string> Id(string name, string description)
    {
        var id = new Argument<string>(name) { Description = description };
        id.Validators.Add(result =>
        {
            if (result.Tokens.Any(static token => token.Value.Contains('…', StringComparison.Ordinal)))
            {
                result.AddError($"{name} is a shortened id: --wide shows it whole, and so does any output to a file or a pipe.");
            }
        });
        return id;
    }

    public static Option<string> Channel(string description) => new("--channel") { Description = description, HelpName = "type" };

    public static Argument<string> File() =>
        new("FILE") { Description = "The file with the picture. Anybody who knows its address can read it." };

    public static Option<string> Sort(string description = "The order: a field such as created_at, or -created_at to reverse it.") =>
        new("--sort") { Description = description, HelpName = "field" };
}
