namespace Contacts.Generated;

/// <summary>Rewrites requests from the contract's form into that of one kind of gateway.</summary>
internal interface IDialect
{
    /// <summary>Rewrites a request before it is sent.</summary>
    void Shape(OperationRequest request);

    /// <summary>The request to try once after a call failed; null if there is none.</summary>
    OperationRequest<T>? FallbackFor<T>(OperationRequest<T> request, ContactsException error);

    /// <summary>The dialect that a response suggests to use instead; null if there is none, or it has been suggested already.</summary>
    ContactsDialect? SuggestAfter(object? answer);
}

/// <summary>The contract's own form, in which nothing is rewritten.</summary>
internal sealed class ContractDialect : IDialect
{
    public void Shape(OperationRequest request)
    {
    }

    public OperationRequest<T>? FallbackFor<T>(OperationRequest<T> request, ContactsException error) => null;

    public ContactsDialect? SuggestAfter(object? answer) => null;
}
