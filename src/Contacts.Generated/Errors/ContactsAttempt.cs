namespace Contacts.Generated;

/// <summary>What happened in one attempt of a call: the receipt that a response or an exception carries for each request that was sent.</summary>
/// <param name="Status">The HTTP status that came back, or <see langword="null"/> when there was none.</param>
/// <param name="Error">The kind of fault that ended the attempt (<c>timeout</c>, <c>connection_error</c> and the like), or <see langword="null"/> when there was none. Never text of the service.</param>
/// <param name="Duration">How long the attempt took, without the wait that followed.</param>
/// <param name="Wait">How long the client waited after this attempt before the next one; zero after the last.</param>
/// <param name="WaitReason">Why it waited that long (<c>backoff</c>, <c>retry-after</c>), or <see langword="null"/> when it did not wait.</param>
public sealed record ContactsAttempt(int? Status, string? Error, TimeSpan Duration, TimeSpan Wait, string? WaitReason);
