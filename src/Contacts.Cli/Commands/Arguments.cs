using System.CommandLine;

namespace Contacts.Cli.Commands;

/// <summary>The arguments and options that several commands have.</summary>
internal static class Arguments
{
    public static Argument<string> ContactId() => new("CONTACT_ID") { Description = "The id of the contact, as 'contacts list' shows it." };

    public static Argument<string> CommentId() =>
        new("COMMENT_ID") { Description = "The id of the comment, as 'contacts comments' shows it." };

    public static Option<string> Channel(string description) => new("--channel") { Description = description, HelpName = "type" };

    public static Argument<string> File() =>
        new("FILE") { Description = "The file with the picture. Anybody who knows its address can read it." };

    public static Option<string> Sort(string description = "The order: a field such as created_at, or -created_at to reverse it.") =>
        new("--sort") { Description = description, HelpName = "field" };
}
