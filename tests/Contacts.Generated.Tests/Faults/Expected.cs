namespace Contacts.Generated.Tests;

/// <summary>What must become of a call.</summary>
/// <param name="Failure">The exception's type; null for a success.</param>
/// <param name="IsTransient">What the exception says of itself.</param>
/// <param name="Attempts">How many receipts there are.</param>
/// <param name="Status">The status of every receipt.</param>
/// <param name="Error">The fault of every receipt.</param>
/// <param name="Wait">Why each further attempt waited.</param>
internal sealed record Expected(Type? Failure, bool IsTransient, int Attempts, int? Status, string? Error = null, string? Wait = null)
{
    private const int Retries = 2;

    /// <summary>Why there was a wait before each attempt. The other form of a dismissal is sent without one.</summary>
    public IEnumerable<string?> Waits =>
        Enumerable.Range(0, Attempts).Select(attempt => IsTransient && attempt is > 0 and <= Retries ? Wait : null);

    /// <summary>The service's own error, which stays.</summary>
    public static Expected Stays<T>(int status, Operation operation) =>
        new(typeof(T), false, FallsBack(operation, status) ? 2 : 1, status);

    /// <summary>The service's own error, which may pass: repeated where it is safe.</summary>
    public static Expected Passes<T>(int status, Operation operation, string wait = "backoff", bool wasNotProcessed = false) =>
        operation.IsIdempotent || wasNotProcessed ? new(typeof(T), true, 3, status, null, wait) : new(typeof(T), true, 1, status);

    /// <summary>A broken connection; a dismissal then tries its other form once.</summary>
    public static Expected Breaks(Operation operation, int? status = null, bool wasNotProcessed = false) =>
        operation.IsIdempotent || wasNotProcessed
            ? new(typeof(ContactsConnectionException), true, operation.Name == ContactsOperations.DismissNotification
                ? 4
                : 3, status, "connection_error", "backoff")
            : new(typeof(ContactsConnectionException), true, 1, status, "connection_error");

    public static Expected TimesOut(Operation operation, int? status = null) =>
        operation.IsIdempotent
            ? new(typeof(ContactsTimeoutException), true, 3, status, "timeout", "backoff")
            : new(typeof(ContactsTimeoutException), true, 1, status, "timeout");

    public static Expected Unreadable() => new(typeof(ContactsInvalidResponseException), false, 1, 200, "invalid_response");

    public static Expected Succeeds() => new(null, false, 1, 200);

    private static bool FallsBack(Operation operation, int status) =>
        operation.Name == ContactsOperations.DismissNotification && status is 400 or 404 or 405 or 411;
}
