namespace Contacts.Generated.Benchmarks.Contenders;

/// <summary>One way to call the service. Each answers from the model it read, so that nothing is read in vain.</summary>
internal interface IContender
{
    /// <summary>Reads the first page of contacts.</summary>
    /// <returns>How many came.</returns>
    Task<int> ListAsync();

    /// <summary>Reads one contact.</summary>
    /// <returns>Its id.</returns>
    Task<string?> GetAsync(string id);

    /// <summary>Changes the name and the remark of a contact.</summary>
    /// <returns>The name in the answer.</returns>
    Task<string?> UpdateAsync(string id);

    /// <summary>
    /// Reads the first page and writes it again with the contender's own serializer, to show that every property was read.
    /// </summary>
    Task<string> ListAsJsonAsync();

    /// <summary>The ids of all contacts, in order.</summary>
    /// <param name="total">How many there are.</param>
    IAsyncEnumerable<string?> ListAllAsync(int total);
}
