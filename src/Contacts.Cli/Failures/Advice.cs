using System.Globalization;
using Contacts.Generated;

namespace Contacts.Cli.Failures;

/// <summary>What to do about a status, in terms of the command line.</summary>
internal static class Advice
{
    public static string For(ContactsApiException error) => error switch
    {
        ContactsAuthenticationException =>
            "Check that the credential is complete, has not expired and belongs to the environment that --gateway names.",
        ContactsPermissionException =>
            "The credential may not do this: a scoped API key cannot reach contacts or notifications, and only administrators can export.",
        ContactsNotFoundException =>
            "It does not exist, was removed, or belongs to another organization than the credential; check the id and --gateway.",
        ContactsRateLimitException { RetryAfter: { } wait } =>
            $"Make fewer calls at a time, and wait {Seconds(wait)} s before the next one.",
        ContactsRateLimitException => "Make fewer calls at a time, and wait before the next one.",
        ContactsPayloadTooLargeException => "Send a smaller file; the service sets the limit.",
        ContactsValidationException => "Check the values that were given.",
        ContactsConflictException => "The contact was changed in the meantime: read it again, then decide.",
        ContactsServerException { Status: 500 } =>
            "Try again later. The gateway also returns 500 for a credential that it cannot look up: if this persists, check it.",
        { IsTransient: true } => "Try again later.",
        { Status: >= 300 and < 400 } =>
            "Redirects are not followed, so that no credential reaches another host: --gateway must name the final host.",
        _ => "If this persists, give the request id to the service's support.",
    };

    private static string Seconds(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
}
