namespace Contacts.Generated;

/// <summary>What the engine knows of a dialect: it rewrites requests from the contract's form into its own.</summary>
internal interface IDialect
{
    /// <summary>Rewrites a request before it is sent.</summary>
    void Shape(OperationRequest request);

    /// <summary>Another form of a call that failed, to be tried once; null if there is none.</summary>
    OperationRequest<T>? FallbackFor<T>(OperationRequest<T> request, ContactsException error);

    /// <summary>The dialect to suggest after an answer; null if there is nothing to say, or it was said.</summary>
    ContactsDialect? SuggestAfter(object? answer);
}

/// <summary>The contract's own form: nothing is rewritten.</summary>
internal sealed class ContractDialect : IDialect
{
    public void Shape(OperationRequest request)
    {
    }

    public OperationRequest<T>? FallbackFor<T>(OperationRequest<T> request, ContactsException error) => null;

    public ContactsDialect? SuggestAfter(object? answer) => null;
}
