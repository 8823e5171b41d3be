namespace Contacts.Generated;

/// <summary>What every enumeration of one pageable starts from: a checked copy, since the options can be changed after the call.</summary>
internal sealed class PageSource<T>
{
    public required PageFetcher<T> Fetch { get; init; }

    public required Func<T, string?> Id { get; init; }

    public required PageContinuation Start { get; init; }

    public required byte[] ScopeHash { get; init; }

    public required int PageSize { get; init; }

    public required int MaxPagesInFlight { get; init; }

    public required CancellationToken CancellationToken { get; init; }
}
