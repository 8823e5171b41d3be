namespace Contacts.ContractTool;

/// <summary>A promise that the contract keeps: its code, and the promise in one line for the help.</summary>
public class Rule(string code, string summary)
{
    public string Code { get; } = code;

    public string Summary { get; } = summary;
}
