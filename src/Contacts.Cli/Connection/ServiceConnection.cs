using System.CommandLine;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Options;
using Contacts.Cli.Profiles;
using Contacts.Generated;

namespace Contacts.Cli.Connection;

/// <summary>
/// How to reach the service, and where each part came from: an option, else a variable, else the profile. A profile that <c>--profile</c>
/// names is an option, so variables do not replace its parts. What a profile holds never goes to another gateway than its own.
/// </summary>
internal sealed record ServiceConnection(
    ContactsClientOptions Options, string GatewaySource, string CredentialSource, string? OrganizationSource)
{
    public static async Task<ServiceConnection> OfAsync(
        ParseResult parsed, ConnectionOptions given, CliHost host, CancellationToken cancellationToken)
    {
        var secretFile = SecretFileOf(parsed, given);
        var isProfileOption = parsed.GetValue(given.Profile) is not null;
        Func<string, string?> variable = isProfileOption ? static _ => null : name => NullIfBlank(host.Variable(name));
        var hasGateway = (parsed.GetValue(given.Gateway) ?? variable(EnvironmentOptions.GatewayUrl)) is not null;
        var credential = secretFile?.Name ?? variable(EnvironmentOptions.ApiKey) ?? variable(EnvironmentOptions.AccessToken);
        var profile = ProfileInUse.Of(parsed.GetValue(given.Profile), host, isComplete: hasGateway && credential is not null);
        var (gateway, gatewaySource) = GatewayAddress.Of(parsed.GetValue(given.Gateway), variable, profile);
        var usable = profile is not null && GatewayAddress.Parse(profile.Profile.Gateway, profile.Name) == gateway ? profile : null;
        var (organization, organizationSource) = OrganizationOf(parsed, given, variable, usable);
        var options = new ContactsClientOptions
        {
            GatewayUrl = gateway,
            Dialect = DialectOption.ToDialect(parsed.GetValue(given.Dialect)),
            OrganizationId = organization,
            TimeProvider = host.Clock,
        };
        var credentialSource = secretFile is not null
            ? await ReadSecretAsync(parsed, given, secretFile, options, cancellationToken)
            : CredentialOf(variable, options)
            ?? await CredentialAsync(usable, host, options, cancellationToken)
            ?? throw NoCredential(profile);
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

        return new ServiceConnection(options, gatewaySource, credentialSource, organizationSource);
    }

    /// <summary>Sets an API key or a token, which its beginning tells.</summary>
    public static void SetSecret(ContactsClientOptions options, string secret)
    {
        if (secret.StartsWith("acc_", StringComparison.Ordinal) || secret.StartsWith("eyJ", StringComparison.Ordinal))
        {
            EnvironmentOptions.SetAccessToken(options, secret);
        }
        else
        {
            options.ApiKey = secret;
        }
    }

    private static (string? Id, string? Source) OrganizationOf(
        ParseResult parsed, ConnectionOptions given, Func<string, string?> variable, ProfileInUse? profile) => true switch
        {
            _ when NullIfBlank(parsed.GetValue(given.Organization)) is { } id => (id, given.Organization.Name),
            _ when variable(EnvironmentOptions.OrganizationId) is { } id => (id, EnvironmentOptions.OrganizationId),
            _ when profile?.Profile.Organization is { } id => (id, profile.Source),
            _ => (null, null),
        };

    private static Option<string>? SecretFileOf(ParseResult parsed, ConnectionOptions given)
    {
        Option<string>[] all = [given.ApiKeyFile, given.AccessTokenFile, given.BearerTokenFile];
        var files = all.Where(file => parsed.GetResult(file) is not null).ToList();
        return files.Count > 1
            ? throw new UsageException(
                $"Give only one of {string.Join(" and ", files.Select(static file => file.Name))}: "
                + "the service would silently prefer one credential.")
            : files.SingleOrDefault();
    }

    private static async Task<string> ReadSecretAsync(
        ParseResult parsed,
        ConnectionOptions given,
        Option<string> file,
        ContactsClientOptions options,
        CancellationToken cancellationToken)
    {
        var secret = await SecretFile.ReadAsync(file.Name, parsed.GetValue(file)!, cancellationToken);
        if (file == given.AccessTokenFile)
        {
            EnvironmentOptions.SetAccessToken(options, secret);
        }
        else
        {
            options.ApiKey = file == given.ApiKeyFile ? secret : null;
            options.BearerToken = file == given.BearerTokenFile ? secret : null;
        }

        return file.Name;
    }

    /// <summary>Sets the credential of a variable, and returns its name; null if none is set.</summary>
    private static string? CredentialOf(Func<string, string?> variable, ContactsClientOptions options)
    {
        var token = variable(EnvironmentOptions.AccessToken);
        options.ApiKey = variable(EnvironmentOptions.ApiKey);
        EnvironmentOptions.SetAccessToken(options, token);
        return (options.ApiKey, token) switch
        {
            (null, null) => null,
            ({ }, { }) => throw new UsageException(
                "IMBRACE_API_KEY and IMBRACE_ACCESS_TOKEN are both set, and the service would silently prefer one: "
                + "unset one, or use a file, which takes precedence over both."),
            (null, _) => EnvironmentOptions.AccessToken,
            _ => EnvironmentOptions.ApiKey,
        };
    }

    private static async Task<string?> CredentialAsync(
        ProfileInUse? profile, CliHost host, ContactsClientOptions options, CancellationToken cancellationToken)
    {
        if (profile?.Profile.KeyCommand is { } line)
        {
            SetSecret(options, await KeyCommand.RunAsync(line, host, cancellationToken));
            return $"the key command of {profile.Source}";
        }

        if (profile?.Profile.Secret is { } secret)
        {
            SetSecret(options, secret);
            return profile.Source;
        }

        return null;
    }

    private static UsageException NoCredential(ProfileInUse? profile) => new(
        "No credential is set: set IMBRACE_API_KEY or IMBRACE_ACCESS_TOKEN, use --api-key-file or --access-token-file, "
        + "or 'contacts login'."
        + (profile is null ? "" : $" The credential of {profile.Source} is only for its own gateway."),
        ExitCode.Authentication);

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

/// <summary>The profile that a command uses, and its name.</summary>
internal sealed record ProfileInUse(string Name, Profile Profile)
{
    /// <summary>What a message calls it.</summary>
    public string Source => $"profile {Name}";

    /// <param name="option">The value of <c>--profile</c>.</param>
    /// <param name="host">The surroundings.</param>
    /// <param name="isComplete">Whether options and variables say everything, so that the current profile is not read.</param>
    public static ProfileInUse? Of(string? option, CliHost host, bool isComplete)
    {
        var variable = host.Variable(ProfileFile.Variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
        if ((option ?? variable) is null && isComplete)
        {
            return null;
        }

        var profiles = new ProfileFile(host).Read();
        var source = option is not null ? "--profile" : variable is not null ? ProfileFile.Variable : "current";
        return (option ?? variable ?? profiles.Current) is { } name ? new(name, ProfileFile.Find(profiles, name, source)) : null;
    }
}
