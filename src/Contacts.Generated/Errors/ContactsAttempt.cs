using System.Globalization;

namespace Contacts.Generated;

/// <summary>What happened in one attempt of a call: the receipt that a response or an exception carries for each request that was sent.</summary>
/// <param name="Status">The HTTP status that came back, or <see langword="null"/> when there was none.</param>
/// <param name="Error">The kind of fault that ended the attempt (<c>timeout</c>, <c>connection_error</c> and the like), or <see langword="null"/> when there was none. Never text of the service.</param>
/// <param name="Duration">How long the attempt took, without the wait that followed.</param>
/// <param name="Wait">How long the client waited after this attempt before the next one; zero after the last.</param>
/// <param name="WaitReason">
/// Why another attempt followed: <c>backoff</c>, <c>retry-after</c>, <c>credential</c> (renewed, without a wait) or <c>expectation</c> (an
/// upload that does not ask first, without a wait). <see langword="null"/> after the last.
/// </param>
public sealed record ContactsAttempt(int? Status, string? Error, TimeSpan Duration, TimeSpan Wait, string? WaitReason);

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
