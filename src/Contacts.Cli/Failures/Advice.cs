using System.Globalization;
using Contacts.Generated;

namespace Contacts.Cli.Failures;

/// <summary>What to do about a status, in the words of the command line.</summary>
internal static class Advice
{
    public static string For(ContactsApiException answer) => answer switch
    {
        ContactsAuthenticationException => "Check that the credential is complete, not expired and of the environment that --gateway names.",
        ContactsPermissionException => "The credential may not do this: a scoped API key never reaches contacts or notifications, and an export needs an administrator.",
        ContactsNotFoundException => "It does not exist, was removed, or belongs to another organization than the credential; check the id and --gateway.",
        ContactsRateLimitException { RetryAfter: { } wait } =>
            string.Create(CultureInfo.InvariantCulture, $"Make fewer calls at a time, and wait {Math.Ceiling(wait.TotalSeconds):0} s before the next one."),
        ContactsRateLimitException => "Make fewer calls at a time, and wait before the next one.",
        ContactsPayloadTooLargeException => "Send a smaller file; the service sets the limit.",
        ContactsValidationException => "Check the values that were given.",
        ContactsConflictException => "The contact changed meanwhile: read it again, then decide.",
        ContactsServerException { Status: 500 } => "Try again later; the gateway also answers so to a credential that it cannot look up, so check that too if it stays.",
        { IsTransient: true } => "Try again later.",
        { Status: >= 300 and < 400 } => "Redirects are not followed, so that no credential reaches another host: --gateway must name the final host.",
        _ => "If it stays, give the request id to the service's support.",
    };
}
