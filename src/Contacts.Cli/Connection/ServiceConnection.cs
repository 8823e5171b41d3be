using System.CommandLine;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Options;
using Contacts.Generated;

namespace Contacts.Cli.Connection;

/// <summary>
/// How to reach the service, and which option or variable each part came from. An option takes precedence over its variable.
/// </summary>
internal sealed record ServiceConnection(ContactsClientOptions Options, string GatewaySource, string CredentialSource)
{
    public static async Task<ServiceConnection> OfAsync(
        ParseResult parsed, ConnectionOptions given, CliHost host, CancellationToken cancellationToken)
    {
        var (gateway, gatewaySource) = GatewayAddress.Of(parsed.GetValue(given.Gateway), host.Variable);
        var options = new ContactsClientOptions
        {
            GatewayUrl = gateway,
            Dialect = DialectOption.ToDialect(parsed.GetValue(given.Dialect)),
            OrganizationId = NullIfBlank(parsed.GetValue(given.Organization))
                ?? NullIfBlank(host.Variable(EnvironmentOptions.OrganizationId)),
            TimeProvider = host.Clock,
        };
        var credentialSource = await CredentialAsync(parsed, given, host, options, cancellationToken);
        if (parsed.Given(given.Timeout) is { } seconds)
        {
            options.Timeout = options.AttemptTimeout = TimeSpan.FromSeconds(seconds);
        }

        if (parsed.Given(given.Retries) is { } retries)
        {
            options.MaxRetries = retries;
        }

        if (parsed.GetValue(given.Verbose))
        {
            options.LoggerFactory = new ErrorLog(host.Error);
        }

        return new ServiceConnection(options, gatewaySource, credentialSource);
    }

    private static async Task<string> CredentialAsync(
        ParseResult parsed, ConnectionOptions given, CliHost host, ContactsClientOptions options, CancellationToken cancellationToken)
    {
        Option<string>[] all = [given.ApiKeyFile, given.AccessTokenFile, given.BearerTokenFile];
        var files = all.Where(file => parsed.GetResult(file) is not null).ToList();
        if (files.Count > 1)
        {
            var names = string.Join(" and ", files.Select(static file => file.Name));
            throw new UsageException($"Give only one of {names}: the service would silently prefer one credential.");
        }

        if (files.Count == 1)
        {
            var secret = await SecretFile.ReadAsync(files[0].Name, parsed.GetValue(files[0])!, cancellationToken);
            if (files[0] == given.AccessTokenFile)
            {
                EnvironmentOptions.SetAccessToken(options, secret);
            }
            else
            {
                options.ApiKey = files[0] == given.ApiKeyFile ? secret : null;
                options.BearerToken = files[0] == given.BearerTokenFile ? secret : null;
            }

            return files[0].Name;
        }

        var token = NullIfBlank(host.Variable(EnvironmentOptions.AccessToken));
        options.ApiKey = NullIfBlank(host.Variable(EnvironmentOptions.ApiKey));
        EnvironmentOptions.SetAccessToken(options, token);
        return (options.ApiKey, token) switch
        {
            (null, null) => throw new UsageException(
                "No credential is set: set IMBRACE_API_KEY or IMBRACE_ACCESS_TOKEN, or use --api-key-file or --access-token-file.",
                ExitCode.Authentication),
            ({ }, { }) => throw new UsageException(
                "IMBRACE_API_KEY and IMBRACE_ACCESS_TOKEN are both set, and the service would silently prefer one: "
                + "unset one, or use a file, which takes precedence over both."),
            (null, _) => "IMBRACE_ACCESS_TOKEN",
            _ => "IMBRACE_API_KEY",
        };
    }

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
