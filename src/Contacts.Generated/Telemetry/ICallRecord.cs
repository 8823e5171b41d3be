namespace Contacts.Generated;

/// <summary>What spans, metrics and log messages tell of a call.</summary>
internal interface ICallRecord
{
    string Operation { get; }

    /// <summary>The method of the call as it was made.</summary>
    HttpMethod Method { get; }

    /// <summary>The method of the last attempt, which a fallback may have changed.</summary>
    HttpMethod LastMethod { get; }

    /// <summary>The path as the contract has it: safe to log. Null for a request of the caller's own.</summary>
    string? UrlTemplate { get; }

    string RequestId { get; }

    /// <summary>The status of the last response; 0 if there was none.</summary>
    int Status { get; }

    IReadOnlyList<ContactsAttempt> Attempts { get; }

    /// <summary>The caller's token.</summary>
    CancellationToken CancellationToken { get; }
}
