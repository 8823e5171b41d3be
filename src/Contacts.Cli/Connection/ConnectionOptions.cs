using System.CommandLine;
using Contacts.Cli.Options;

namespace Contacts.Cli.Connection;

/// <summary>The options that say which service to call, as whom and how; the same for every command that calls it.</summary>
internal sealed class ConnectionOptions
{
    public Option<string> Gateway { get; } = new("--gateway", "-g")
    {
        Description =
            "The service: stable, develop or sandbox (the vendor's environments), or an address of your own. Default: IMBRACE_GATEWAY_URL.",
        HelpName = "name|url",
        CompletionSources = { "stable", "develop", "sandbox" },
    };

    public Option<string> Dialect { get; } =
        DialectOption.Create("The dialect of requests; 'contacts doctor' says which one fits. Default: webapp.");

    public Option<string> ApiKeyFile { get; } = SecretFile("--api-key-file", "A file that holds an API key. Default: IMBRACE_API_KEY.");

    public Option<string> AccessTokenFile { get; } = SecretFile(
        "--access-token-file",
        "A file that holds an access token. With an organization, a JWT is sent as a bearer token. Default: IMBRACE_ACCESS_TOKEN.");

    public Option<string> BearerTokenFile { get; } =
        SecretFile("--bearer-token-file", "A file that holds a JWT; it requires --organization as well.");

    public Option<string> Organization { get; } = new("--organization")
    {
        Description = "The id of the organization. Default: IMBRACE_ORGANIZATION_ID.",
        HelpName = "id",
    };

    public Option<string> Profile { get; } = new("--profile")
    {
        Description = "What 'contacts login' stored under this name. Default: CONTACTS_PROFILE, else the current one, for what is not set.",
        HelpName = "name",
    };

    public Option<int> Timeout { get; } = Numbers.Option(
        "--timeout", "The time limit of a call in seconds, retries included; for a transfer, how long it may stall.", "seconds", 1, 86_400);

    public Option<int> Retries { get; } = Numbers.Option(
        "--retries", "How often to retry a call that failed for a passing reason. Default: 2.", "n", 0, 10);

    public Option<bool> Verbose { get; } = new("--verbose", "-v")
    {
        Description = "Report each attempt on stderr, with its outcome, time and request id, but no credential, id or content.",
    };

    /// <summary>
    /// Options that people may try first. Every user of the machine could see the value, so it is rejected, and not repeated.
    /// </summary>
    private Option[] Rejected { get; } =
    [
        SecretOnCommandLine("--api-key", "--api-key-file", "IMBRACE_API_KEY"),
        SecretOnCommandLine("--access-token", "--access-token-file", "IMBRACE_ACCESS_TOKEN"),
        SecretOnCommandLine("--bearer-token", "--bearer-token-file", null),
    ];

    public IEnumerable<Option> All =>
        [Gateway, Dialect, ApiKeyFile, AccessTokenFile, BearerTokenFile, Organization, Profile, Timeout, Retries, Verbose, .. Rejected];

    private static Option<string> SecretFile(string name, string description) => new(name) { Description = description, HelpName = "file" };

    private static Option<string> SecretOnCommandLine(string name, string instead, string? variable)
    {
        var option = new Option<string>(name) { Hidden = true, Arity = ArgumentArity.ZeroOrOne };
        var orSet = variable is null ? "" : $", or set {variable}";
        option.Validators.Add(result => result.AddError(
            $"Others can read a secret on the command line: put it into a file and use {instead}{orSet}."));
        return option;
    }
}
