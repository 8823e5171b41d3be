namespace Contacts.ContractTool;

/// <summary>How much a change asks of the users, from nothing to a new major version.</summary>
public enum ChangeKind
{
    /// <summary>Words only.</summary>
    Text,

    /// <summary>Something more; what was compiled before still compiles and means the same.</summary>
    Addition,

    /// <summary>Somebody's code or somebody's requests stop to work as they did.</summary>
    Breaking,
}
