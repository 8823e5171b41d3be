using System.Text.Json.Serialization;

namespace Contacts.Generated;

/// <summary>A model that keeps the fields it does not declare, and the values that its members cannot hold.</summary>
internal interface IOpenModel : IJsonOnDeserializing, IJsonOnDeserialized, IJsonOnSerializing, IJsonOnSerialized
{
    /// <summary>What the model remembers of its JSON besides its members' values.</summary>
    ref ModelState State { get; }

    /// <summary>
    /// The fields without a member; while the model is written, also the members that must be written as they were received.
    /// </summary>
    IDictionary<string, object?> AdditionalProperties { get; }

    /// <summary>The members' names on the wire.</summary>
    string[] MemberNames { get; }

    /// <summary>Whether the members that identify the object are there: the required strings that must not be empty.</summary>
    bool HasIdentity { get; }

    /// <summary>
    /// An empty model of the kind that the JSON names; this model if there is only one kind, or if the named one is unknown.
    /// </summary>
    IOpenModel OfKind(ref ModelReader reader);

    /// <summary>Reads the value at which the reader is positioned into the member of that name on the wire.</summary>
    /// <returns>False if there is no such member; then nothing was read.</returns>
    bool ReadMember(string name, ref ModelReader reader);
}

/// <summary>A value of an open enum, so that hand-written code can send any of them as a string.</summary>
internal interface IOpenEnum
{
    /// <summary>The value on the wire.</summary>
    string Value { get; }
}
