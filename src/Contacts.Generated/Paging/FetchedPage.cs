namespace Contacts.Generated;

/// <summary>What a server answered to one request for a page.</summary>
/// <param name="Items">The items, in the server's order.</param>
/// <param name="HasMore">Whether more follow, or null when the server did not say.</param>
/// <param name="Total">The grand total, or null. It may be wrong: nothing but work saved may depend on it.</param>
/// <param name="WasRateLimited">Whether one of the attempts was answered by 429.</param>
internal readonly record struct FetchedPage<T>(IReadOnlyList<T> Items, bool? HasMore, int? Total, bool WasRateLimited);
