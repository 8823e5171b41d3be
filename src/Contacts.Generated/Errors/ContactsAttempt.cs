using System.Globalization;

namespace Contacts.Generated;

/// <summary>What happened in one attempt of a call. Responses and exceptions carry one such receipt per request that was sent.</summary>
/// <param name="Status">The HTTP status of the response, or <see langword="null"/> if there was none.</param>
/// <param name="Error">
/// What ended the attempt without a usable response (<c>timeout</c>, <c>connection_error</c> and the like), or <see langword="null"/>, also
/// for an error status. Never text from the service.
/// </param>
/// <param name="Duration">How long the attempt took, not counting the wait after it.</param>
/// <param name="Wait">How long the client waited before the next attempt; zero after the last.</param>
/// <param name="WaitReason">
/// Why another attempt followed: <c>backoff</c>, <c>retry-after</c>, <c>credential</c> (it was renewed; no wait) or <c>expectation</c> (an
/// upload that no longer sends <c>Expect: 100-continue</c>; no wait). <see langword="null"/> after the last.
/// </param>
public sealed record ContactsAttempt(int? Status, string? Error, TimeSpan Duration, TimeSpan Wait, string? WaitReason);

/// <summary>The short names of errors that receipts, spans and metrics use.</summary>
internal static class ErrorType
{
    public const string Timeout = "timeout";
    public const string Connection = "connection_error";
    public const string InvalidResponse = "invalid_response";
    public const string Cancelled = "cancelled";

    /// <summary>
    /// The name of a call's error; null if there was none. A cancellation that is not the caller's came from a callback of the caller's.
    /// </summary>
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

    /// <summary>The name of an attempt's error; null for an error status, which says it all.</summary>
    public static string? OfAttempt(Exception? failure, CancellationToken callersToken) =>
        failure is ContactsApiException ? null : Of(failure, callersToken);
}

/// <summary>
/// Wraps what a credential's callback threw, so that the retries do not take a timeout or an error in the callback for one of this call.
/// The caller sees only the inner exception.
/// </summary>
internal sealed class CredentialFailure(Exception innerException) : Exception(null, innerException);
