namespace Contacts.Generated.ContractTests;

/// <summary>A call that is refused before anything is sent.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Parameter">The parameter that the error names.</param>
/// <param name="Message">A wildcard pattern of the message, which says what to do.</param>
/// <param name="CallAsync">The call.</param>
internal sealed record BadInput(string Name, string Parameter, string Message, Func<ContactsClient, Task> CallAsync)
{
    /// <summary>Ids that address no single object.</summary>
    public static IEnumerable<BadInput> Ids(string parameter, Func<ContactsClient, string, Task> callAsync) =>
    [
        new("null as the id", parameter, "*id is required*", client => callAsync(client, null!)),
        new("an empty id", parameter, "*empty*Pass the id*", client => callAsync(client, "")),
        new("a blank id", parameter, "*empty*Pass the id*", client => callAsync(client, " ")),
        new("a dot as the id", parameter, "*'.'*Pass the id*", client => callAsync(client, ".")),
        new("two dots as the id", parameter, "*'..'*Pass the id*", client => callAsync(client, "..")),
        new("an id of the service's own", parameter, "*'_'*Pass the id*", client => callAsync(client, "_search")),
    ];

    /// <summary>Numbers that no page has.</summary>
    public static IEnumerable<BadInput> Page(Func<ContactsClient, int?, int?, Task> callAsync) =>
    [
        new("a limit of none", "options", "*Limit*1*", client => callAsync(client, 0, null)),
        new("a negative limit", "options", "*Limit*1*", client => callAsync(client, -1, null)),
        new("a negative skip", "options", "*Skip*0*", client => callAsync(client, null, -1)),
    ];
}
