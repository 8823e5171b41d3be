namespace Contacts.Generated;

/// <summary>Fetches <paramref name="limit"/> items from position <paramref name="skip"/>; errors have been retried when it gives up.</summary>
internal delegate Task<FetchedPage<T>> PageFetcher<T>(int skip, int limit, CancellationToken cancellationToken);
