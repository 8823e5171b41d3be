namespace Contacts.Generated;

/// <summary>One name and value of a query. A list repeats the name; a dialect may write it otherwise.</summary>
internal readonly record struct QueryParameter(string Name, string Value);
