using System.Globalization;

namespace Contacts.Generated;

/// <summary>The short names of faults, as receipts, spans and metrics write them.</summary>
internal static class ErrorType
{
    public const string Timeout = "timeout";
    public const string Connection = "connection_error";
    public const string InvalidResponse = "invalid_response";
    public const string Cancelled = "cancelled";

    /// <summary>The name of a call's fault; null if there was none. A cancellation that is not the caller's came from a callback of theirs.</summary>
    public static string? Of(Exception? failure, CancellationToken callersToken) => failure switch
    {
        null => null,
        ContactsApiException api => api.Status.ToString(CultureInfo.InvariantCulture),
        ContactsTimeoutException => Timeout,
        ContactsConnectionException => Connection,
        ContactsInvalidResponseException => InvalidResponse,
        CredentialFailure => Of(failure.InnerException, callersToken),
        OperationCanceledException when callersToken.IsCancellationRequested => Cancelled,
        _ => failure.GetType().FullName,
    };

    /// <summary>The name of an attempt's fault; null for an error of the service, whose status says all.</summary>
    public static string? OfAttempt(Exception? failure, CancellationToken callersToken) =>
        failure is ContactsApiException ? null : Of(failure, callersToken);
}

/// <summary>
/// Carries what a credential's callback threw past the retries, which would take a timeout or an error of the callback's own
/// calls for one of this call. The caller sees only what is inside.
/// </summary>
internal sealed class CredentialFailure(Exception innerException) : Exception(null, innerException);
