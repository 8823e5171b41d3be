namespace Contacts.Generated;

/// <summary>A value of an open enum, so that hand-written code can send any of them by its text.</summary>
internal interface IOpenEnum
{
    /// <summary>The value as the wire has it.</summary>
    string Value { get; }
}
