using System.Globalization;

namespace Contacts.Generated;

/// <summary>What happened in one attempt of a call. Responses and exceptions carry one such receipt per request that was sent.</summary>
/// <param name="Status">The HTTP status of the response, or <see langword="null"/> if there was none.</param>
/// <param name="Error">
/// What ended the attempt without a usable response (<c>timeout</c>, <c>connection_error</c> and the like), or <see langword="null"/>, also
/// for an error status. Never text from the service.
/// </param>
/// <param name="Duration">How long the attempt took, not counting the wait before it.</param>
/// <param name="Wait">How long the client waited before this attempt; zero if it did not.</param>
/// <param name="WaitReason">
/// Why the client waited, or why it made another attempt: <c>backoff</c>, <c>retry-after</c>, <c>credential</c> (it was renewed; no wait),
/// <c>expectation</c> (an upload that no longer sends <c>Expect: 100-continue</c>; no wait), <c>held-back</c> (the service had refused
/// another call with 429) or <c>limiter</c> (<see cref="ContactsClientOptions.RateLimiter"/> gave no permit at once). Several are joined in
/// their order, such as <c>retry-after+limiter</c>. <see langword="null"/> for a first attempt that was made at once.
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
