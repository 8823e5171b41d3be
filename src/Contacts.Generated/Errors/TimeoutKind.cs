namespace Contacts.Generated;

/// <summary>Which time limit ended a call.</summary>
internal enum TimeoutKind
{
    /// <summary>Not known: an application's test made the exception.</summary>
    Unknown = 0,

    /// <summary>One attempt, its body included, took too long.</summary>
    Attempt,

    /// <summary>The call as a whole, retries and waits included, took too long.</summary>
    Total,

    /// <summary>No byte of a transfer moved for too long.</summary>
    Idle,

    /// <summary>A limit of the injected client or of a handler in it.</summary>
    Client,
}
