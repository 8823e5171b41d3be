namespace Contacts.ContractTool;

/// <summary>A member that OpenAPI does not know there, or whose value has another form than OpenAPI asks for.</summary>
/// <param name="Owner">The object that has it.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Key">Its key, with the position in a list.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Expected">What should stand there, with an article; null when the key is unknown.</param>
public sealed record Oddity(Site Owner, Position Position, string Key, ContractNode Value, string? Expected);
