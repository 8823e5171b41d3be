namespace Contacts.ContractTool;

/// <summary>Names that a generated type already has, so that a property of that name would not compile or would hide one.</summary>
public static class ReservedMembers
{
    /// <summary>What every class inherits.</summary>
    public static IReadOnlyCollection<string> OfObject { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString" };

    /// <summary>What every generated model has of its own.</summary>
    public static IReadOnlyCollection<string> OfModel { get; } =
        new HashSet<string>(OfObject, StringComparer.Ordinal) { "AdditionalProperties" };

    /// <summary>The parameters that every generated method has after the required ones.</summary>
    public static IReadOnlyCollection<string> OfMethod { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "Options", "CancellationToken" };
}
