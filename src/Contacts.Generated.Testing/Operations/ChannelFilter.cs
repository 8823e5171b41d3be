namespace Contacts.Generated.Testing;

/// <summary>The channels that a request for conversations names: a repeated key, or one value with commas.</summary>
internal sealed class ChannelFilter
{
    private readonly HashSet<string>? _names;

    private ChannelFilter(HashSet<string>? names) => _names = names;

    public static ChannelFilter From(QueryValues query, ContactsEmulatorOptions options)
    {
        var values = query.All("channel_types");
        if (!options.Strict)
        {
            return values.Count == 0 ? new(null) : new([.. values.SelectMany(value => value.Split(','))]);
        }

        return options.Dialect switch
        {
            // The application always names the channels, so none named is none wanted; a value with commas is no channel.
            ContactsDialect.WebApp => new([.. values]),
            _ when values.Count == 0 => new(null),
            _ when values.Count == 1 => new([.. values[0].Split(',')]),
            _ => new([]),
        };
    }

    public bool Allows(ChannelType? channel) => _names is null || (channel is { } type && _names.Contains(type.Value));
}
