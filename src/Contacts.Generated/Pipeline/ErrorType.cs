using System.Globalization;

namespace Contacts.Generated;

/// <summary>The short names of faults, as receipts, spans and metrics write them.</summary>
internal static class ErrorType
{
    public const string Timeout = "timeout";
    public const string Connection = "connection_error";
    public const string InvalidResponse = "invalid_response";
    public const string Cancelled = "cancelled";

    /// <summary>The name of a call's fault; null if there was none.</summary>
    public static string? Of(Exception? failure) => failure switch
    {
        null => null,
        ContactsApiException api => api.Status.ToString(CultureInfo.InvariantCulture),
        ContactsTimeoutException => Timeout,
        ContactsConnectionException => Connection,
        ContactsInvalidResponseException => InvalidResponse,
        OperationCanceledException => Cancelled,
        _ => failure.GetType().Name,
    };

    /// <summary>The name of an attempt's fault: a token that is not the caller's is a limit.</summary>
    public static string? OfAttempt(Call call, Exception? failure, CancellationToken attemptToken) =>
        failure is OperationCanceledException && attemptToken.IsCancellationRequested && !call.CancellationToken.IsCancellationRequested
            ? Timeout
            : failure is ContactsApiException ? null : Of(failure);
}
