using System.CommandLine;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Profiles;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts profile</c>, and the commands below it. No secret and no key command is shown.</summary>
internal static class ProfileCommand
{
    public static Command Create(CliHost host) => new("profile", "Lists the profiles that 'contacts login' stored, chooses or removes one.")
    {
        CreateList(host),
        CreateUse(host),
        CreateRemove(host),
    };

    private static Command CreateList(CliHost host)
    {
        var command = new Command("list", "Lists the profiles; a star marks the one that commands use.");
        Run(command, host, async (parsed, file) =>
        {
            var profiles = file.Read();
            var width = profiles.Profiles.Keys.Select(static name => name.Length).DefaultIfEmpty().Max();
            foreach (var (name, profile) in profiles.Profiles)
            {
                var mark = name == profiles.Current ? '*' : ' ';
                var organization = profile.Organization is { } id ? $"organization {id}" : "no organization";
                var credential = profile.KeyCommand is null ? "stored secret" : "key command";
                await parsed.InvocationConfiguration.Output.WriteLineAsync(
                    SafeText.Of($"{mark} {name.PadRight(width)}  {profile.Gateway}  {organization}  {credential}"));
            }

            if (profiles.Profiles.Count == 0)
            {
                await host.Error.WriteLineAsync("No profiles: 'contacts login' stores one.");
            }
        });
        return command;
    }

    private static Command CreateUse(CliHost host)
    {
        var name = Name();
        var command = new Command("use", "Chooses the profile that commands use from now on.") { name };
        Run(command, host, async (parsed, file) =>
        {
            var (profiles, chosen) = (file.Read(), parsed.GetValue(name)!);
            ProfileFile.Find(profiles, chosen, name.Name);
            profiles.Current = chosen;
            file.Write(profiles);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"The profile {chosen} is used from now on.");
        });
        return command;
    }

    private static Command CreateRemove(CliHost host)
    {
        var name = Name();
        var command = new Command("remove", "Removes a profile and its secret from this machine.") { name };
        Run(command, host, async (parsed, file) =>
        {
            var (profiles, removed) = (file.Read(), parsed.GetValue(name)!);
            ProfileFile.Find(profiles, removed, name.Name);
            profiles.Profiles.Remove(removed);
            profiles.Current = profiles.Current == removed ? null : profiles.Current;
            file.Write(profiles);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                $"The profile {removed} is removed; the service still accepts its credential until that is revoked.");
        });
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "The name of a profile, as 'contacts profile list' shows it." };

    private static void Run(Command command, CliHost host, Func<ParseResult, ProfileFile, Task> run) =>
        command.SetAction((parsed, _) => FailureReport.GuardAsync(host, CommandFactory.PathOf(parsed), null, async () =>
        {
            await run(parsed, new ProfileFile(host));
            return ExitCode.Success;
        }));
}
