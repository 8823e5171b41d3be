namespace Contacts.Generated.Testing;

/// <summary>The channels that a request names, as a repeated key or as one value with commas.</summary>
internal sealed class ChannelFilter
{
    private const string Parameter = "channel_types";

    private readonly HashSet<string>? _names;

    private ChannelFilter(HashSet<string>? names) => _names = names;

    /// <summary>The named channels, or all if none is named.</summary>
    public static ChannelFilter Named(QueryValues query)
    {
        var values = query.All(Parameter);
        return values.Count == 0 ? new(null) : new([.. values.SelectMany(value => value.Split(','))]);
    }

    public static ChannelFilter OfConversations(QueryValues query, ContactsEmulatorOptions options)
    {
        if (!options.Strict)
        {
            return Named(query);
        }

        var values = query.All(Parameter);
        return options.Dialect switch
        {
            // The web application always names the channels, so no name means no conversation. It never writes commas.
            ContactsDialect.WebApp => new([.. values]),
            _ when values.Count == 0 => new(null),
            _ when values.Count == 1 => new([.. values[0].Split(',')]),
            _ => new([]),
        };
    }

    public bool Allows(ChannelType? channel) => _names is null || (channel is { } type && _names.Contains(type.Value));
}
