using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Contacts.Generated;

/// <summary>
/// Reads options from a configuration section without reflection, so that it works with Native AOT and a misspelt key is an error instead
/// of a setting without effect.
/// </summary>
internal static class ConfigurationOptions
{
    /// <summary>Sets one option; returns null, or else what the value must be.</summary>
    private delegate string? Setter(ContactsClientOptions options, string value);

    private static readonly Dictionary<string, Setter> _setters = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(ContactsClientOptions.GatewayUrl)] = static (options, value) => Address(value, address => options.GatewayUrl = address),
        [nameof(ContactsClientOptions.ApiKey)] = static (options, value) => Text(value, text => options.ApiKey = text),
        [nameof(ContactsClientOptions.AccessToken)] = static (options, value) => Text(value, text => options.AccessToken = text),
        [nameof(ContactsClientOptions.BearerToken)] = static (options, value) => Text(value, text => options.BearerToken = text),
        [nameof(ContactsClientOptions.OrganizationId)] = static (options, value) => Text(value, text => options.OrganizationId = text),
        [nameof(ContactsClientOptions.Timeout)] = static (options, value) => Time(value, time => options.Timeout = time),
        [nameof(ContactsClientOptions.AttemptTimeout)] = static (options, value) => Time(value, time => options.AttemptTimeout = time),
        [nameof(ContactsClientOptions.MaxRetries)] = static (options, value) =>
            Number(value, int.MinValue, int.MaxValue, number => options.MaxRetries = (int)number),
        [nameof(ContactsClientOptions.RetryDelay)] = static (options, value) => Time(value, time => options.RetryDelay = time),
        [nameof(ContactsClientOptions.MaxResponseBytes)] = static (options, value) =>
            Number(value, long.MinValue, long.MaxValue, number => options.MaxResponseBytes = number),
        [nameof(ContactsClientOptions.Dialect)] = static (options, value) => DialectOf(value, dialect => options.Dialect = dialect),
    };

    private static readonly string[] _codeOnly =
    [
        nameof(ContactsClientOptions.Credential), nameof(ContactsClientOptions.RateLimiter),
        nameof(ContactsClientOptions.LoggerFactory), nameof(ContactsClientOptions.TimeProvider),
    ];

    /// <summary>The keys that a section may have.</summary>
    public static IEnumerable<string> Keys => _setters.Keys;

    /// <summary>Sets the options in the section, and returns the problems with the others.</summary>
    /// <remarks>
    /// A nested section is ignored unless it has the name of an option, since it may be another client's. So is a key without a value.
    /// </remarks>
    public static List<ConfigurationProblem> Bind(IConfiguration configuration, ContactsClientOptions options)
    {
        if (configuration is IConfigurationRoot)
        {
            throw new ArgumentException(
                "The whole configuration was passed, which holds more than this client's settings. "
                + "Pass its section, such as configuration.GetSection(\"Contacts\").");
        }

        var problems = new List<ConfigurationProblem>();
        foreach (var section in configuration.GetChildren())
        {
            if (ProblemWith(section, options) is { } problem)
            {
                problems.Add(new ConfigurationProblem(section.Key, problem));
            }
        }

        return problems;
    }

    /// <returns>Null if there is none. The value is never repeated, since a credential may be under the wrong key.</returns>
    private static string? ProblemWith(IConfigurationSection section, ContactsClientOptions options)
    {
        var hasChildren = section.GetChildren().Any();
        var value = section.Value ?? "";
        if (!hasChildren && value.Length == 0)
        {
            return null;
        }

        if (_setters.TryGetValue(section.Key, out var set))
        {
            var expected = hasChildren ? "one value instead of a section" : set(options, value);
            return expected is null ? null : $"The setting '{section.Path}' is invalid. Set it to {expected}.";
        }

        if (_codeOnly.Contains(section.Key, StringComparer.OrdinalIgnoreCase))
        {
            return $"The setting '{section.Path}' cannot come from configuration. Set {section.Key} in code: "
                + "AddContactsClient(options => …) adds to the settings.";
        }

        if (value.Length == 0)
        {
            return null;
        }

        var near = NearestName.Of(section.Key, _setters.Keys, farthest: section.Key.Length * 2 / 5);
        var suggestion = near is null ? "" : $" Did you mean '{near}'?";
        return $"The setting '{section.Path}' is unknown.{suggestion} The settings are: {string.Join(", ", _setters.Keys)}.";
    }

    private static string? Text(string value, Action<string> set) => Set(isUsable: true, value, set, "");

    private static string? Address(string value, Action<Uri> set) =>
        Set(
            Uri.TryCreate(value, UriKind.Absolute, out var address), address!, set,
            "an absolute address, such as https://gateway.example.com");

    /// <summary>A plain number is refused: .NET reads it as days, but whoever wrote it meant seconds.</summary>
    private static string? Time(string value, Action<TimeSpan> set)
    {
        var isUsable = TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var time) && value.AsSpan().IndexOf(':') >= 0;
        return Set(isUsable, time, set, "a time as hh:mm:ss, such as 00:00:30");
    }

    private static string? Number(string value, long minimum, long maximum, Action<long> set)
    {
        var isNumber = long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number);
        return Set(isNumber && number >= minimum && number <= maximum, number, set, "a whole number");
    }

    private static string? DialectOf(string value, Action<ContactsDialect> set)
    {
        var isWebApp = string.Equals(value, nameof(ContactsDialect.WebApp), StringComparison.OrdinalIgnoreCase);
        var isVendorSdk = string.Equals(value, nameof(ContactsDialect.VendorSdk), StringComparison.OrdinalIgnoreCase);
        return Set(isWebApp || isVendorSdk, isWebApp ? ContactsDialect.WebApp : ContactsDialect.VendorSdk, set, "WebApp or VendorSdk");
    }

    private static string? Set<T>(bool isUsable, T value, Action<T> set, string expected)
    {
        if (!isUsable)
        {
            return expected;
        }

        set(value);
        return null;
    }
}

/// <summary>A problem with one key of a section.</summary>
/// <param name="Key">The key, without its path.</param>
/// <param name="Message">The problem and its remedy, with the full path of the key.</param>
internal readonly record struct ConfigurationProblem(string Key, string Message);
