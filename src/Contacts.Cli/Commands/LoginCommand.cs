using System.CommandLine;
using Contacts.Cli.Connection;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Input;
using Contacts.Cli.Profiles;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts login</c>: stores a service and a credential under a name, after a call with them succeeded.</summary>
internal sealed class LoginCommand
{
    private readonly Option<string> _gateway = new ConnectionOptions().Gateway;
    private readonly Option<string> _organization = new ConnectionOptions().Organization;

    private readonly Option<string> _profile = new("--profile")
    {
        Description = "The name to store it under.",
        HelpName = "name",
        DefaultValueFactory = static _ => ProfileFile.DefaultName,
    };

    private readonly Option<string> _keyCommand = new("--key-command")
    {
        Description = "A shell line whose first line of output is the secret; it is stored and run in place of one.",
        HelpName = "line",
    };

    private LoginCommand()
    {
        _gateway.Description = "The service: stable, develop, sandbox, or an address. Without it, the command asks.";
        _organization.Description = "The id of the organization. Without it, the command asks.";
        _profile.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && !IsName(token.Value))
            {
                result.AddError("--profile must be a name of at most 64 letters, digits, '-', '_' and '.'.");
            }
        });
    }

    public static Command Create(CliHost host)
    {
        var login = new LoginCommand();
        var command = new Command(
            "login",
            "Stores a service and a credential as a profile, which commands then use. It asks for what no option gives, and checks it with "
            + "a call that only reads. Without a terminal, the first line of standard input is the secret.")
        {
            login._profile,
            login._gateway,
            login._organization,
            login._keyCommand,
        };
        command.SetAction((parsed, cancellationToken) => FailureReport.GuardAsync(
            host, CommandFactory.PathOf(parsed), null, () => login.RunAsync(parsed, host, cancellationToken)));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CliHost host, CancellationToken cancellationToken)
    {
        var file = new ProfileFile(host);
        var profiles = file.Read();
        var location = file.Location;
        var gateway = parsed.GetValue(_gateway)
            ?? await AskAsync(host, "Gateway (stable, develop, sandbox or an address): ", host.ReadAnswer, cancellationToken)
            ?? throw new UsageException("There is no terminal to ask at: name the service by --gateway.");
        var address = GatewayAddress.Parse(gateway, "--gateway");
        var line = parsed.GetValue(_keyCommand);
        var secret = line is null ? await SecretAsync(host, cancellationToken) : await KeyCommand.RunAsync(line, host, cancellationToken);
        var organization = parsed.GetValue(_organization)
            ?? await AskAsync(host, "Organization (nothing for none): ", host.ReadAnswer, cancellationToken);
        var profile = new Profile
        {
            Gateway = address.AbsoluteUri,
            Organization = string.IsNullOrWhiteSpace(organization) ? null : organization.Trim(),
            Secret = line is null ? secret : null,
            KeyCommand = line,
        };
        await CheckAsync(address, profile, secret, host, cancellationToken);
        var name = parsed.GetValue(_profile)!;
        profiles.Profiles[name] = profile;
        profiles.Current = name;
        file.Write(profiles);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(
            $"The service accepts the credential. The profile {name} is stored in {location}, and is used from now on.");
        return ExitCode.Success;
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= 64 && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    private static async Task CheckAsync(Uri gateway, Profile profile, string secret, CliHost host, CancellationToken cancellationToken)
    {
        var options = new ContactsClientOptions
        {
            GatewayUrl = gateway,
            OrganizationId = profile.Organization,
            TimeProvider = host.Clock,
        };
        ServiceConnection.SetSecret(options, secret);
        await new ContactsClient(options).ListAsync(new() { Limit = 1 }, cancellationToken);
    }

    private static async Task<string> SecretAsync(CliHost host, CancellationToken cancellationToken)
    {
        string? secret = null;
        if (host.ReadSecret is not null)
        {
            secret = await AskAsync(host, "API key or access token (not shown): ", host.ReadSecret, cancellationToken);
            await host.Error.WriteLineAsync();
        }
        else
        {
            await foreach (var (_, text) in InputText.LinesAsync(host, cancellationToken))
            {
                secret = text;
                break;
            }
        }

        secret = secret?.Trim();
        return !string.IsNullOrEmpty(secret) && !secret.Any(char.IsWhiteSpace)
            ? secret
            : throw new UsageException("The credential must be an API key or an access token, and nothing else.");
    }

    /// <returns>The answer; null if there is no terminal.</returns>
    private static async Task<string?> AskAsync(
        CliHost host, string question, Func<CancellationToken, Task<string?>>? read, CancellationToken cancellationToken)
    {
        if (read is null)
        {
            return null;
        }

        await host.Error.WriteAsync(question);
        await host.Error.FlushAsync(cancellationToken);
        return await read(cancellationToken) ?? throw new UsageException("Nothing was stored.", ExitCode.Failure);
    }
}
