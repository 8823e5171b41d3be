namespace Contacts.ContractTool;

/// <summary>The form of a value that OpenAPI asks for under a key.</summary>
public enum Shape
{
    /// <summary>Anything; it is not looked into, because its keys are not OpenAPI's.</summary>
    Data,
    Text,
    Flag,
    Number,
    TextList,
    DataList,
    OneObject,
    ObjectOrFlag,
    ObjectList,

    /// <summary>Names and objects; a name may begin with <c>x-</c>.</summary>
    ObjectMap,

    /// <summary>Names and objects; a key that begins with <c>x-</c> is an extension.</summary>
    ExtensibleMap,
}
