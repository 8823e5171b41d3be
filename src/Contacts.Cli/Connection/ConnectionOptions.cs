using System.CommandLine;
using Contacts.Cli.Options;

namespace Contacts.Cli.Connection;

/// <summary>The options that say which service is called, as whom and how; the same for every command that calls it.</summary>
internal sealed class ConnectionOptions
{
    public Option<string> Gateway { get; } = new("--gateway", "-g")
    {
        Description = "The service: stable, develop or sandbox (the vendor's environments), or an address of your own. Default: IMBRACE_GATEWAY_URL.",
        HelpName = "name|url",
        CompletionSources = { "stable", "develop", "sandbox" },
    };

    public Option<string> Dialect { get; } =
        DialectOption.Create("The form of the contested requests; 'contacts doctor' tells which one fits. Default: webapp.");

    public Option<string> ApiKeyFile { get; } = SecretFile("--api-key-file", "A file that holds an API key. Default: IMBRACE_API_KEY.");

    public Option<string> AccessTokenFile { get; } = SecretFile(
        "--access-token-file", "A file that holds an access token. A JWT is sent as a bearer token when an organization is given. Default: IMBRACE_ACCESS_TOKEN.");

    public Option<string> BearerTokenFile { get; } = SecretFile("--bearer-token-file", "A file that holds a JWT; --organization must be given beside it.");

    public Option<string> Organization { get; } = new("--organization")
    {
        Description = "The id of the organization. Default: IMBRACE_ORGANIZATION_ID.",
        HelpName = "id",
    };

    public Option<int> Timeout { get; } = Numbers.Option("--timeout", "The limit of a call in seconds, retries included; of a transfer, how long it may stand still.", "seconds", 1, 86_400);

    public Option<int> Retries { get; } = Numbers.Option("--retries", "How often a call that failed for a passing reason is tried again. Default: 2.", "n", 0, 10);

    public Option<bool> Verbose { get; } = new("--verbose", "-v")
    {
        Description = "Tell on stderr what is sent: each attempt with its outcome, time and request id; no credential, id or content.",
    };

    /// <summary>What somebody may try first. The value would be seen by every user of the machine, so it is refused, and not repeated.</summary>
    private Option[] Refused { get; } =
    [
        SecretOnCommandLine("--api-key", "--api-key-file", "IMBRACE_API_KEY"),
        SecretOnCommandLine("--access-token", "--access-token-file", "IMBRACE_ACCESS_TOKEN"),
        SecretOnCommandLine("--bearer-token", "--bearer-token-file", null),
    ];

    public IEnumerable<Option> All => [Gateway, Dialect, ApiKeyFile, AccessTokenFile, BearerTokenFile, Organization, Timeout, Retries, Verbose, .. Refused];

    private static Option<string> SecretFile(string name, string description) => new(name) { Description = description, HelpName = "file" };

    private static Option<string> SecretOnCommandLine(string name, string instead, string? variable)
    {
        var option = new Option<string>(name) { Hidden = true, Arity = ArgumentArity.ZeroOrOne };
        option.Validators.Add(result => result.AddError(
            $"A secret on the command line can be read by others: put it into a file and give {instead}{(variable is null ? "" : $", or set {variable}")}."));
        return option;
    }
}
