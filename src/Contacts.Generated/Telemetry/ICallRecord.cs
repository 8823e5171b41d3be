namespace Contacts.Generated;

/// <summary>What spans, metrics and log messages need to know about a call.</summary>
internal interface ICallRecord
{
    string Operation { get; }

    /// <summary>The method that the call was made with.</summary>
    HttpMethod Method { get; }

    /// <summary>The method of the last attempt, which a fallback may have changed.</summary>
    HttpMethod LastMethod { get; }

    /// <summary>The path as the contract has it, which is safe to log; null for the caller's own request.</summary>
    string? UrlTemplate { get; }

    string RequestId { get; }

    /// <summary>The status of the last response; 0 if there was none.</summary>
    int Status { get; }

    IReadOnlyList<ContactsAttempt> Attempts { get; }

    /// <summary>The caller's token.</summary>
    CancellationToken CancellationToken { get; }
}
