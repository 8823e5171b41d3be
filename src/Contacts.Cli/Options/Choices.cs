using System.CommandLine;

namespace Contacts.Cli.Options;

/// <summary>Options that take one of a few words.</summary>
internal static class Choices
{
    public static Option<string> OneOf(this Option<string> option, params string[] words)
    {
        option.HelpName = string.Join('|', words);
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !words.Contains(token.Value, StringComparer.Ordinal))
            {
                result.AddError($"{option.Name} must be {string.Join(", ", words[..^1])} or {words[^1]}.");
            }
        });
        return option;
    }
}
