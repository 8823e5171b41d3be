namespace Contacts.Generated.Testing;

/// <summary>The route of a request, and the id in its path.</summary>
internal sealed record RouteMatch(Route Route, string Id);
