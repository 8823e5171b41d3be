namespace Contacts.Generated.Tests;

/// <summary>
/// An item of the model server: <paramref name="Id"/> is what the client sees, <paramref name="Name"/> what the test tells it by.
/// </summary>
internal sealed record ModelItem(string? Id, string Name);
