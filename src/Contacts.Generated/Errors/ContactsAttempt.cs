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
