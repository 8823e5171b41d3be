namespace Contacts.Generated.ContractTests;

/// <summary>Says which operation of the contract a class tests.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ContractOfAttribute(string operation) : Attribute
{
    public string Operation => operation;
}
