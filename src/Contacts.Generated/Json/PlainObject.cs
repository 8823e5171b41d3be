namespace Contacts.Generated;

/// <summary>
/// An object inside unknown fields. A type of its own, because both libraries apply a host's naming rule to the keys of a
/// dictionary, and these are names of the service's.
/// </summary>
[Newtonsoft.Json.JsonConverter(typeof(NewtonsoftPlainObjectConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(PlainObjectConverter))]
internal sealed class PlainObject() : Dictionary<string, object?>(StringComparer.Ordinal);

/// <summary>A list among unknown fields while it is written. A type of its own, so that what nests deep in it needs little stack.</summary>
[Newtonsoft.Json.JsonConverter(typeof(NewtonsoftPlainObjectConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(PlainListConverter))]
internal sealed record PlainList(List<object?> Items);
