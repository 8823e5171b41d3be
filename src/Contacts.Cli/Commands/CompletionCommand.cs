using System.CommandLine;

namespace Contacts.Cli.Commands;

/// <summary>
/// <c>contacts completion</c>: a script by which a shell completes commands, options and values. It asks the command itself.
/// </summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> _scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _contacts() {
                local IFS=$'\n'
                COMPREPLY=($(contacts "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null))
            }
            complete -o default -F _contacts contacts
            """,
        ["zsh"] = """
            #compdef contacts
            _contacts() {
                local -a found
                found=("${(@f)$(contacts "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
                [[ -n $found ]] && compadd -- $found || _files
            }
            compdef _contacts contacts
            """,
        ["fish"] = """
            function __contacts_complete
                set -l line (commandline -cp)
                contacts "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -c contacts -a "(__contacts_complete)"
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName contacts -ScriptBlock {
                param($word, $line, $position)
                contacts "[suggest:$position]" "$line" 2>$null | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }
            """,
    };

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong([.. _scripts.Keys]);
        var command = new Command(
            "completion",
            "Prints a script by which your shell completes commands, options and values. It needs no other tool.")
        {
            shell,
        };
        command.SetAction((parsed, cancellationToken) =>
            parsed.InvocationConfiguration.Output.WriteLineAsync(_scripts[parsed.GetValue(shell)!].AsMemory(), cancellationToken));
        return command;
    }
}
