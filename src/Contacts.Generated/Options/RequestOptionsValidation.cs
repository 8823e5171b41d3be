namespace Contacts.Generated;

/// <summary>Checks the options of a view when it is created, and applies them.</summary>
internal static class RequestOptionsValidation
{
    private const string Parameter = "options";

    /// <summary>Overrides the client's settings with the options of a view.</summary>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    public static CallSettings Apply(CallSettings settings, ContactsRequestOptions options)
    {
        Check(options);
        var credential = options.Credential ?? settings.Credential;
        var organization = options.OrganizationId ?? settings.OrganizationId;
        credential.Check(settings.Security, organization, Parameter);
        return settings with
        {
            ExplicitTimeout = options.Timeout ?? settings.ExplicitTimeout,
            Timeout = options.Timeout ?? settings.Timeout,
            AttemptTimeout = options.AttemptTimeout ?? settings.AttemptTimeout,
            MaxRetries = options.MaxRetries ?? settings.MaxRetries,
            RateLimiter = options.RateLimiter ?? settings.RateLimiter,
            Credential = credential,
            OrganizationId = organization,
            RequestId = options.RequestId ?? settings.RequestId,
            Headers = options.Headers.Count == 0
                ? settings.Headers
                : [.. settings.Headers.Where(header => !options.Headers.ContainsKey(header.Key)), .. options.Headers],
        };
    }

    private static void Check(ContactsRequestOptions options)
    {
        OptionValue.CheckTimeout(options.Timeout, Parameter, nameof(options.Timeout));
        OptionValue.CheckTimeout(options.AttemptTimeout, Parameter, nameof(options.AttemptTimeout));
        OptionValue.CheckRetries(options.MaxRetries, Parameter);
        if (options.RequestId is { } requestId && (requestId.Length is 0 or > 64 || !HeaderText.IsValid(requestId)))
        {
            throw new ArgumentException(
                "RequestId must have 1 to 64 printable ASCII characters; leave it null to generate one per call.", Parameter);
        }

        if (options.OrganizationId is { } organization)
        {
            OptionValue.CheckText(organization, Parameter, nameof(options.OrganizationId));
        }

        foreach (var header in options.Headers)
        {
            CheckHeader(header);
        }
    }

    private static void CheckHeader(KeyValuePair<string, string> header)
    {
        if (string.IsNullOrWhiteSpace(header.Key) || !IsToken(header.Key))
        {
            throw new ArgumentException("Headers contains an invalid header name. Use letters, digits and '-'.", Parameter);
        }

        if (WireHeaders.OwnerOf(header.Key) is { } owner)
        {
            throw new ArgumentException($"Headers cannot set {header.Key}: it is set by {owner}. Remove it from Headers.", Parameter);
        }

        if (header.Value is null)
        {
            throw new ArgumentException($"Headers[\"{header.Key}\"] is null. Set a value, or remove the header.", Parameter);
        }

        HeaderText.Check(header.Value, Parameter, $"Headers[\"{header.Key}\"]");
    }

    private static bool IsToken(string name)
    {
        foreach (var character in name)
        {
            if (!(char.IsLetterOrDigit(character) && character < 128) && "!#$%&'*+-.^_`|~".IndexOf(character) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
