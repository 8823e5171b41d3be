namespace Contacts.Generated.ContractTests;

/// <summary>A call, and the request that it must become.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Request">The method, a space, and the path below the service's with the query.</param>
/// <param name="CallAsync">The call; gives its result.</param>
internal sealed record RequestCase(string Name, string Request, Func<ContactsClient, Task<object?>> CallAsync)
{
    /// <summary>The JSON of the body; null for a request without one.</summary>
    public string? Body { get; init; }

    /// <summary>What the client needs for it, beyond an API key.</summary>
    public Action<ContactsClientOptions>? Configure { get; init; }

    /// <summary>Headers that are sent beside those of every request.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string> { ["x-api-key"] = "api_test" };

    /// <summary>Makes the emulator ready.</summary>
    public Action<ContractFixture>? Arrange { get; init; }
}
