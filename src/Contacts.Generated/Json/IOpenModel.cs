using System.Text.Json.Serialization;

namespace Contacts.Generated;

/// <summary>A model that keeps the fields it does not declare, and the values that its members cannot hold.</summary>
internal interface IOpenModel : IJsonOnDeserializing, IJsonOnDeserialized, IJsonOnSerializing, IJsonOnSerialized
{
    /// <summary>What it remembers of its JSON besides its members' values.</summary>
    ref ModelState State { get; }

    /// <summary>The fields that are no members; while it is written, also the members that must be written as they came.</summary>
    IDictionary<string, object?> AdditionalProperties { get; }

    /// <summary>The members' names on the wire.</summary>
    string[] MemberNames { get; }

    /// <summary>Whether the members are there that tell who it is: the required texts that must not be empty.</summary>
    bool HasIdentity { get; }

    /// <summary>An empty model of the kind that the JSON names; this one, if there is but one kind or the named one is not known.</summary>
    IOpenModel OfKind(ref ModelReader reader);

    /// <summary>Reads the value that the reader stands on into the member of a name on the wire.</summary>
    /// <returns>False if there is no such member; nothing was read then.</returns>
    bool ReadMember(string name, ref ModelReader reader);
}

/// <summary>A value of an open enum, so that hand-written code can send any of them by its text.</summary>
internal interface IOpenEnum
{
    /// <summary>The value as the wire has it.</summary>
    string Value { get; }
}
