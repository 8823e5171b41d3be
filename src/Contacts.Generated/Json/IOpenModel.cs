namespace Contacts.Generated;

/// <summary>A model that keeps the fields it does not declare.</summary>
internal interface IOpenModel
{
    /// <summary>Those fields; null while there are none.</summary>
    FieldDictionary? Fields { get; }
}
