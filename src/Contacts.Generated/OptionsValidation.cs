namespace Contacts.Generated;

/// <summary>Checks a client's options and turns them into what the pipeline uses. Every message says what to set.</summary>
internal static class OptionsValidation
{
    private const string Parameter = "options";

    public static PipelineOptions ToPipeline(ContactsClientOptions options) => new()
    {
        BaseAddress = BaseAddressOf(options.GatewayUrl),
        Json = options.JsonEngine ?? JsonEngine.Default,
        Dialect = options.Dialect is ContactsDialect.WebApp or ContactsDialect.VendorSdk
            ? Dialect.Of(options.Dialect)
            : throw new ArgumentOutOfRangeException(Parameter, options.Dialect, "Dialect must be WebApp or VendorSdk."),
        TimeProvider = options.TimeProvider ?? throw new ArgumentException("TimeProvider is null. Leave it as it is, or set a TimeProvider.", Parameter),
        RetryDelay = options.RetryDelay >= TimeSpan.Zero && options.RetryDelay <= TimeSpan.FromMinutes(1)
            ? options.RetryDelay
            : throw new ArgumentOutOfRangeException(Parameter, options.RetryDelay, "RetryDelay must be zero to one minute."),
        MaxResponseBytes = options.MaxResponseBytes is >= 1024 and <= 1 << 30
            ? options.MaxResponseBytes
            : throw new ArgumentOutOfRangeException(Parameter, options.MaxResponseBytes, "MaxResponseBytes must be 1 KiB to 1 GiB."),
        Jitter = options.Jitter ?? RandomJitter.Next,
        RetryWait = options.RetryWait,
        Telemetry = new ContactsTelemetry(options.LoggerFactory),
    };

    public static CallSettings ToSettings(ContactsClientOptions options)
    {
        OptionLimits.CheckTimeout(options.Timeout, Parameter, nameof(options.Timeout));
        OptionLimits.CheckTimeout(options.AttemptTimeout, Parameter, nameof(options.AttemptTimeout));
        OptionLimits.CheckRetries(options.MaxRetries, Parameter);
        if (options.OrganizationId is { } organization)
        {
            OptionLimits.CheckText(organization, Parameter, nameof(options.OrganizationId));
        }

        var credential = CredentialOf(options);
        credential.CheckOrganization(options.OrganizationId, Parameter);
        return new CallSettings
        {
            Timeout = options.Timeout,
            AttemptTimeout = options.AttemptTimeout,
            MaxRetries = options.MaxRetries,
            Credential = credential,
            OrganizationId = options.OrganizationId,
        };
    }

    private static Uri BaseAddressOf(Uri? gateway)
    {
        if (gateway is null)
        {
            throw new ArgumentException(
                $"GatewayUrl is not set, and it has no default. Set it to one of {nameof(ContactsGateways)} or to your own gateway's root; "
                + $"{nameof(ContactsClientOptions)}.{nameof(ContactsClientOptions.FromEnvironment)}() reads it from {EnvironmentOptions.GatewayUrl}.",
                Parameter);
        }

        if (!gateway.IsAbsoluteUri || gateway.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException("GatewayUrl must be an absolute http or https address, such as https://gateway.example.com.", Parameter);
        }

        if (gateway.Query.Length > 0 || gateway.Fragment.Length > 0 || gateway.UserInfo.Length > 0)
        {
            throw new ArgumentException("GatewayUrl must not have a query, a fragment or a user name. Set the gateway's root only.", Parameter);
        }

        return HasServicePath(gateway)
            ? throw new ArgumentException($"GatewayUrl has the service's path in it, and /{ContactsService.BasePath} is added to it. Set the gateway's root only.", Parameter)
            : new Uri($"{gateway.AbsoluteUri.TrimEnd('/')}/{ContactsService.BasePath}/");
    }

    /// <summary>Whether the service's path, or the first segment of it, was pasted along with the root.</summary>
    private static bool HasServicePath(Uri gateway)
    {
        var service = ContactsService.BasePath.Split('/')[0];
        foreach (var segment in gateway.Segments)
        {
            if (string.Equals(segment.TrimEnd('/'), service, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static ContactsCredential CredentialOf(ContactsClientOptions options)
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
            0 => throw new ArgumentException(
                $"No credential is set. Set one of ApiKey, AccessToken, BearerToken and Credential; {EnvironmentOptions.ApiKey} and {EnvironmentOptions.AccessToken} are read by FromEnvironment().", Parameter),
            _ => throw new ArgumentException(
                "More than one credential is set, and the service would silently prefer one. Set exactly one of ApiKey, AccessToken, BearerToken and Credential.", Parameter),
        };

        void Add(string? secret, CredentialKind kind, string member)
        {
            if (secret is null)
            {
                return;
            }

            OptionLimits.CheckText(secret, Parameter, member);
            found = new StaticCredential(kind, secret);
            count++;
        }
    }
}
