namespace Contacts.Generated;

/// <summary>Checks a client's options and converts them into the pipeline's. Every message says what to set.</summary>
internal static class ClientOptionsValidation
{
    private const string Parameter = "options";

    // Each check with the options of which one must change if it fails.
    private static readonly (string[] Options, Action<ContactsClientOptions, SecurityPlan> Check)[] _checks =
    [
        (["ApiKey"], static (options, _) => CheckText(options.ApiKey, nameof(options.ApiKey))),
        (["AccessToken"], static (options, _) => CheckText(options.AccessToken, nameof(options.AccessToken))),
        (["BearerToken"], static (options, _) => CheckText(options.BearerToken, nameof(options.BearerToken))),
        (["ApiKey", "AccessToken", "BearerToken"], static (options, security) => CredentialOf(options, security)),
        (["OrganizationId"], static (options, _) => CheckText(options.OrganizationId, nameof(options.OrganizationId))),
        (["OrganizationId"],
            static (options, security) => CredentialOf(options, security).Check(security, options.OrganizationId, Parameter)),
        (["Timeout"], static (options, _) => CheckTimeout(options)),
        (["AttemptTimeout"], static (options, _) => CheckAttemptTimeout(options)),
        (["MaxRetries"], static (options, _) => OptionValue.CheckRetries(options.MaxRetries, Parameter)),
        (["RetryDelay"], static (options, _) => CheckRetryDelay(options)),
        (["MaxResponseBytes"], static (options, _) => CheckMaxResponseBytes(options)),
        (["Dialect"], static (options, _) => CheckedDialectOf(options)),
        (["TimeProvider"], static (options, _) => TimeProviderOf(options)),
    ];

    /// <summary>Checks the options that apply to every call of a client, and converts them into the pipeline's.</summary>
    /// <param name="options">The options.</param>
    /// <param name="servicePath">The service's path below the gateway.</param>
    /// <param name="dialect">Creates the chosen dialect.</param>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    public static PipelineOptions ToPipeline(ContactsClientOptions options, string servicePath, Func<ContactsDialect, IDialect> dialect)
    {
        CheckRetryDelay(options);
        CheckMaxResponseBytes(options);
        return new()
        {
            BaseAddress = BaseAddressOf(options.GatewayUrl, servicePath),
            ServicePath = servicePath,
            Json = options.JsonEngine ?? JsonEngine.Default,
            Dialect = dialect(CheckedDialectOf(options)),
            TimeProvider = TimeProviderOf(options),
            RetryDelay = options.RetryDelay,
            MaxResponseBytes = options.MaxResponseBytes,
            Jitter = options.Jitter ?? RandomValues.NextJitter,
            RetryWait = options.RetryWait,
            Telemetry = new ContactsTelemetry(options.LoggerFactory),
        };
    }

    /// <summary>
    /// Checks that the client's own connections can reach the gateway. A service discovery name can only be resolved by an application's
    /// handlers.
    /// </summary>
    public static void CheckOwnConnections(PipelineOptions options)
    {
        if (options.BaseAddress.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException(
                "GatewayUrl is a service discovery address (https+http), which only a handler of the application can resolve. Register the "
                + "client with AddContactsClient and AddServiceDiscovery, pass an HttpClient that resolves it, or set GatewayUrl to an "
                + "http or https address.",
                Parameter);
        }
    }

    public static CallSettings ToSettings(ContactsClientOptions options, SecurityPlan security)
    {
        CheckTimeout(options);
        CheckAttemptTimeout(options);
        OptionValue.CheckRetries(options.MaxRetries, Parameter);
        CheckText(options.OrganizationId, nameof(options.OrganizationId));
        var credential = CredentialOf(options, security);
        credential.Check(security, options.OrganizationId, Parameter);
        return new CallSettings
        {
            Timeout = options.Timeout,
            AttemptTimeout = options.AttemptTimeout,
            MaxRetries = options.MaxRetries,
            RateLimiter = options.RateLimiter,
            Credential = credential,
            Security = security,
            OrganizationId = options.OrganizationId,
        };
    }

    /// <summary>Everything that is wrong with the options, whereas creating a client stops at the first problem.</summary>
    public static IEnumerable<OptionsProblem> ProblemsOf(ContactsClientOptions options, string servicePath, SecurityPlan security)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        (string[], Action<ContactsClientOptions, SecurityPlan>) gateway =
            (["GatewayUrl"], (given, _) => BaseAddressOf(given.GatewayUrl, servicePath));
        foreach (var (names, check) in _checks.Prepend(gateway))
        {
            if (MessageOf(check, options, security) is { } message && told.Add(message))
            {
                yield return new OptionsProblem(names, message);
            }
        }
    }

    private static string? MessageOf(
        Action<ContactsClientOptions, SecurityPlan> check, ContactsClientOptions options, SecurityPlan security)
    {
        try
        {
            check(options, security);
            return null;
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }

    private static Uri BaseAddressOf(Uri? gateway, string servicePath)
    {
        if (gateway is null)
        {
            throw new ArgumentException(
                $"GatewayUrl is not set, and it has no default. Set it to one of ContactsGateways or to your own gateway's root; "
                + $"{nameof(ContactsClientOptions)}.{nameof(ContactsClientOptions.FromEnvironment)}() reads it from "
                + $"{EnvironmentOptions.GatewayUrl}.",
                Parameter);
        }

        if (!gateway.IsAbsoluteUri || gateway.Scheme is not ("http" or "https" or "https+http" or "http+https"))
        {
            throw new ArgumentException(
                "GatewayUrl must be an absolute http or https address, such as https://gateway.example.com.", Parameter);
        }

        if (gateway.Query.Length > 0 || gateway.Fragment.Length > 0 || gateway.UserInfo.Length > 0)
        {
            throw new ArgumentException(
                "GatewayUrl must not have a query, a fragment or a user name. Set the gateway's root only.", Parameter);
        }

        return HasServicePath(gateway, servicePath)
            ? throw new ArgumentException(
                $"GatewayUrl contains the service's path, but /{servicePath} is added to it. Set the gateway's root only.", Parameter)
            : new Uri($"{gateway.AbsoluteUri.TrimEnd('/')}/{(servicePath.Length == 0 ? "" : servicePath + "/")}");
    }

    /// <summary>Whether the service's path, or its first segment, is part of the address.</summary>
    private static bool HasServicePath(Uri gateway, string servicePath)
    {
        var service = servicePath.Split('/')[0];
        if (service.Length == 0)
        {
            return false;
        }

        foreach (var segment in gateway.Segments)
        {
            if (string.Equals(segment.TrimEnd('/'), service, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static ContactsCredential CredentialOf(ContactsClientOptions options, SecurityPlan security)
    {
        ContactsCredential? found = null;
        var count = 0;
        Add(options.ApiKey, CredentialKind.ApiKey, nameof(options.ApiKey));
        Add(options.AccessToken, CredentialKind.AccessToken, nameof(options.AccessToken));
        Add(options.BearerToken, CredentialKind.BearerToken, nameof(options.BearerToken));
        if (options.Credential is { } credential)
        {
            found = credential;
            count++;
        }

        return count switch
        {
            1 => found!,
            0 when security.IsOptional => new StaticCredential(CredentialKind.None, ""),
            0 => throw new ArgumentException(
                $"No credential is set. Set one of ApiKey, AccessToken, BearerToken and Credential; {EnvironmentOptions.ApiKey} and "
                    + $"{EnvironmentOptions.AccessToken} are read by FromEnvironment().", Parameter),
            _ => throw new ArgumentException(
                "More than one credential is set, and the service would silently prefer one. Set exactly one of ApiKey, AccessToken, "
                    + "BearerToken and Credential.", Parameter),
        };

        void Add(string? secret, CredentialKind kind, string member)
        {
            if (secret is null)
            {
                return;
            }

            CheckText(secret, member);
            found = new StaticCredential(kind, secret);
            count++;
        }
    }

    private static void CheckText(string? value, string member)
    {
        if (value is not null)
        {
            OptionValue.CheckText(value, Parameter, member);
        }
    }

    private static void CheckTimeout(ContactsClientOptions options) =>
        OptionValue.CheckTimeout(options.Timeout, Parameter, nameof(options.Timeout));

    private static void CheckAttemptTimeout(ContactsClientOptions options) =>
        OptionValue.CheckTimeout(options.AttemptTimeout, Parameter, nameof(options.AttemptTimeout));

    private static void CheckRetryDelay(ContactsClientOptions options)
    {
        if (options.RetryDelay < TimeSpan.Zero || options.RetryDelay > TimeSpan.FromMinutes(1))
        {
            throw new ArgumentOutOfRangeException(Parameter, options.RetryDelay, "RetryDelay must be zero to one minute.");
        }
    }

    private static void CheckMaxResponseBytes(ContactsClientOptions options)
    {
        if (options.MaxResponseBytes is < 1024 or > 1 << 30)
        {
            throw new ArgumentOutOfRangeException(Parameter, options.MaxResponseBytes, "MaxResponseBytes must be 1 KiB to 1 GiB.");
        }
    }

    private static ContactsDialect CheckedDialectOf(ContactsClientOptions options) =>
        options.Dialect is ContactsDialect.WebApp or ContactsDialect.VendorSdk
        ? options.Dialect
        : throw new ArgumentOutOfRangeException(Parameter, options.Dialect, "Dialect must be WebApp or VendorSdk.");

    private static TimeProvider TimeProviderOf(ContactsClientOptions options) =>
        options.TimeProvider ?? throw new ArgumentException("TimeProvider is null. Leave it as it is, or set a TimeProvider.", Parameter);
}

/// <summary>A problem with the options.</summary>
/// <param name="Options">The names of the options of which one must change.</param>
/// <param name="Message">The problem and its remedy.</param>
internal readonly record struct OptionsProblem(string[] Options, string Message);
