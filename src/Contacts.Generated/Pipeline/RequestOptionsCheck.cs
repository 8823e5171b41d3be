namespace Contacts.Generated;

/// <summary>Checks the options of a view when it is made.</summary>
internal static class RequestOptionsCheck
{
    private const string Parameter = "options";

    public static void Check(ContactsRequestOptions options)
    {
        OptionLimits.CheckTimeout(options.Timeout, Parameter, nameof(options.Timeout));
        OptionLimits.CheckTimeout(options.AttemptTimeout, Parameter, nameof(options.AttemptTimeout));
        OptionLimits.CheckRetries(options.MaxRetries, Parameter);
        if (options.RequestId is { } requestId && (requestId.Length is 0 or > 64 || !HeaderText.IsValid(requestId)))
        {
            throw new ArgumentException("RequestId must have 1 to 64 printable ASCII characters; leave it null to have one made for each call.", Parameter);
        }

        if (options.OrganizationId is { } organization)
        {
            OptionLimits.CheckText(organization, Parameter, nameof(options.OrganizationId));
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
            throw new ArgumentException("Headers has a name that is no header name. Use letters, digits and '-'.", Parameter);
        }

        if (WireHeaders.OwnerOf(header.Key) is { } owner)
        {
            throw new ArgumentException($"Headers cannot set {header.Key}: it is set by {owner}. Take it out of Headers.", Parameter);
        }

        if (header.Value is null)
        {
            throw new ArgumentException($"Headers[\"{header.Key}\"] is null. Set a value, or leave the header out.", Parameter);
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
