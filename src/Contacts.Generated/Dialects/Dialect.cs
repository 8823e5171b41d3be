namespace Contacts.Generated;

/// <summary>
/// Rewrites a request from the contract's form into the form of a dialect. Besides the client's partial classes, this folder
/// is the only hand-written place that knows operations by name.
/// </summary>
internal abstract class Dialect(ContactsDialect dialect)
{
    /// <summary>Whether to tell the user that the other dialect would fit.</summary>
    public DialectAdvice Advice { get; } = new(dialect);

    public static Dialect Of(ContactsDialect dialect) => dialect switch
    {
        ContactsDialect.WebApp => new WebAppDialect(),
        _ => new VendorSdkDialect(),
    };

    /// <summary>Whether marking notifications without ids means all of them.</summary>
    public virtual bool MarksAllReadWithoutIds => false;

    /// <summary>Rewrites a request before it is sent.</summary>
    public abstract void Shape(OperationRequest request);

    /// <summary>Another form of a call that failed, to be tried once; null if there is none.</summary>
    public virtual OperationRequest<T>? FallbackFor<T>(OperationRequest<T> request, ContactsException error) => null;
}
