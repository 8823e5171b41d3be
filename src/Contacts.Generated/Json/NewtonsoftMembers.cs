using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Contacts.Generated;

/// <summary>The members of a model that are read, by their names, with what a read would otherwise find out each time.</summary>
internal sealed class NewtonsoftMembers
{
    private static readonly ConditionalWeakTable<JsonObjectContract, NewtonsoftMembers> _all = new();

    private readonly Dictionary<string, Member> _byName = new(StringComparer.Ordinal);
    private readonly Member?[] _usual;

    private NewtonsoftMembers(JsonObjectContract contract)
    {
        foreach (var property in contract.Properties)
        {
            if (property is { Ignored: false, Writable: true })
            {
                _byName.Add(property.PropertyName!, new Member(property));
            }
        }

        _usual = new Member?[_byName.Count];
    }

    public static NewtonsoftMembers Of(JsonObjectContract contract) => _all.GetValue(contract, static made => new NewtonsoftMembers(made));

    /// <summary>Finds a member, first where it stood the last time: one service writes its members in one order.</summary>
    /// <param name="name">The name, as it is spelled.</param>
    /// <param name="place">Which member of the document it is.</param>
    public Member? Find(string name, int place)
    {
        if (place >= _usual.Length)
        {
            return _byName.TryGetValue(name, out var late) ? late : null;
        }

        if (_usual[place] is { } usual && usual.Name == name)
        {
            return usual;
        }

        return _byName.TryGetValue(name, out var found) ? _usual[place] = found : null;
    }

    /// <summary>A member of a model.</summary>
    internal sealed class Member(JsonProperty property)
    {
        private static readonly NewtonsoftScalarConverter _scalars = new();

        private readonly Type _type = property.PropertyType!;
        private readonly JsonConverter? _converter = ConverterOf(property);
        private readonly bool _isText = property.PropertyType == typeof(string) && ReferenceEquals(ConverterOf(property), _scalars);

        public string Name { get; } = property.PropertyName!;

        /// <summary>Reads the value that the reader stands on into the model.</summary>
        public void Read(JsonReader reader, object model, JsonSerializer serializer) => property.ValueProvider!.SetValue(
            model,
            _isText && reader.TokenType == JsonToken.String ? reader.Value
            : _converter is not null ? _converter.ReadJson(reader, _type, null, serializer)
            : NewtonsoftModelReader.Read(reader, _type, serializer));

        private static JsonConverter? ConverterOf(JsonProperty property) =>
            property.Converter is { CanRead: true } own ? own : _scalars.CanConvert(property.PropertyType!) ? _scalars : null;
    }
}
