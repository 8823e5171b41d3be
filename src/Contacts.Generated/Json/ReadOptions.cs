namespace Contacts.Generated;

/// <summary>What a reading takes from the call it belongs to.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="RequestId">The call's request id.</param>
/// <param name="Observer">Who is told about values that could not be read; null for nobody.</param>
/// <param name="CancellationToken">Ends the reading, as the call's limits do.</param>
internal readonly record struct ReadOptions(string Operation, string RequestId, IReadObserver? Observer, CancellationToken CancellationToken);

/// <summary>Is told about values that could not be read.</summary>
internal interface IReadObserver
{
    /// <summary>A value could not be read, and its member is null or has its default.</summary>
    /// <param name="options">The call that it came with.</param>
    /// <param name="member">The model and the member's name in the contract, "Contact.created_at"; never the value.</param>
    void ValueNotRead(in ReadOptions options, string member);
}
