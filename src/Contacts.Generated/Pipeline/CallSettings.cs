namespace Contacts.Generated;

/// <summary>What holds for a call: the client's options, and over them those of the view it was made through.</summary>
internal sealed record CallSettings
{
    /// <summary>The limit of the whole call. Null where only the client's own was set, for that one does not count for transfers.</summary>
    public TimeSpan? ExplicitTimeout { get; init; }

    public required TimeSpan Timeout { get; init; }

    public required TimeSpan AttemptTimeout { get; init; }

    public required int MaxRetries { get; init; }

    public required ContactsCredential Credential { get; init; }

    public string? OrganizationId { get; init; }

    /// <summary>The caller's own request id; null makes one for each call.</summary>
    public string? RequestId { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The settings with those of a view over them.</summary>
    public CallSettings With(ContactsRequestOptions options)
    {
        RequestOptionsCheck.Check(options);
        var credential = options.Credential ?? Credential;
        var organization = options.OrganizationId ?? OrganizationId;
        credential.CheckOrganization(organization, nameof(options));
        return this with
        {
            ExplicitTimeout = options.Timeout ?? ExplicitTimeout,
            Timeout = options.Timeout ?? Timeout,
            AttemptTimeout = options.AttemptTimeout ?? AttemptTimeout,
            MaxRetries = options.MaxRetries ?? MaxRetries,
            Credential = credential,
            OrganizationId = organization,
            RequestId = options.RequestId ?? RequestId,
            Headers = options.Headers.Count == 0 ? Headers : [.. Headers.Where(header => !options.Headers.ContainsKey(header.Key)), .. options.Headers],
        };
    }
}
