using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Contacts.Generated;

/// <summary>
/// Reads options from a configuration section by hand: no reflection, so it works with Native AOT, and a misspelt key is an
/// error instead of a setting without effect.
/// </summary>
internal static class ConfigurationOptions
{
    private static readonly Dictionary<string, Action<ContactsClientOptions, string>> _setters = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(ContactsClientOptions.GatewayUrl)] = static (options, value) => options.GatewayUrl = Address(value),
        [nameof(ContactsClientOptions.ApiKey)] = static (options, value) => options.ApiKey = value,
        [nameof(ContactsClientOptions.AccessToken)] = static (options, value) => options.AccessToken = value,
        [nameof(ContactsClientOptions.BearerToken)] = static (options, value) => options.BearerToken = value,
        [nameof(ContactsClientOptions.OrganizationId)] = static (options, value) => options.OrganizationId = value,
        [nameof(ContactsClientOptions.Timeout)] = static (options, value) => options.Timeout = Time(nameof(options.Timeout), value),
        [nameof(ContactsClientOptions.AttemptTimeout)] = static (options, value) => options.AttemptTimeout = Time(nameof(options.AttemptTimeout), value),
        [nameof(ContactsClientOptions.MaxRetries)] = static (options, value) => options.MaxRetries = (int)Number(nameof(options.MaxRetries), value, int.MinValue, int.MaxValue),
        [nameof(ContactsClientOptions.RetryDelay)] = static (options, value) => options.RetryDelay = Time(nameof(options.RetryDelay), value),
        [nameof(ContactsClientOptions.MaxResponseBytes)] = static (options, value) => options.MaxResponseBytes = Number(nameof(options.MaxResponseBytes), value, long.MinValue, long.MaxValue),
        [nameof(ContactsClientOptions.Dialect)] = static (options, value) => options.Dialect = DialectOf(value),
    };

    public static void Bind(IConfiguration configuration, ContactsClientOptions options)
    {
        if (configuration is IConfigurationRoot)
        {
            throw new ArgumentException(
                "The whole configuration was given, which holds more than this client's settings. Give its section, such as configuration.GetSection(\"Contacts\").");
        }

        foreach (var section in configuration.GetChildren())
        {
            if (!_setters.TryGetValue(section.Key, out var set))
            {
                throw new ArgumentException(
                    $"The setting '{section.Path}' is not known. Did you mean '{NearestName.Of(section.Key, _setters.Keys)}'? The settings are: {string.Join(", ", _setters.Keys)}.");
            }

            if (section.GetChildren().Any())
            {
                throw Unusable(section.Key, "one value instead of a section");
            }

            if (section.Value is { Length: > 0 } value)
            {
                set(options, value);
            }
        }
    }

    private static Uri Address(string value) => Uri.TryCreate(value, UriKind.Absolute, out var address)
        ? address
        : throw Unusable(nameof(ContactsClientOptions.GatewayUrl), "an absolute address, such as https://gateway.example.com");

    /// <summary>A number alone is refused: .NET reads it as days, and whoever wrote it meant seconds.</summary>
    private static TimeSpan Time(string key, string value) => value.AsSpan().IndexOf(':') >= 0 && TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var time)
        ? time
        : throw Unusable(key, "a time as hh:mm:ss, such as 00:00:30");

    private static long Number(string key, string value, long minimum, long maximum) =>
        long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
            ? number
            : throw Unusable(key, "a whole number");

    private static ContactsDialect DialectOf(string value) => value.ToUpperInvariant() switch
    {
        "WEBAPP" => ContactsDialect.WebApp,
        "VENDORSDK" => ContactsDialect.VendorSdk,
        _ => throw Unusable(nameof(ContactsClientOptions.Dialect), "WebApp or VendorSdk"),
    };

    /// <summary>The value is not repeated: a credential may have been put under the wrong key.</summary>
    private static ArgumentException Unusable(string key, string expected) => new($"The setting '{key}' is not usable. Set it to {expected}.");
}
