using Contacts.Cli.Failures;
using Contacts.Generated;

namespace Contacts.Cli.Connection;

/// <summary>The gateway from <c>--gateway</c>, the environment or a profile.</summary>
internal static class GatewayAddress
{
    private const string Variable = "IMBRACE_GATEWAY_URL";

    public static (Uri Address, string Source) Of(string? option, Func<string, string?> variable, ProfileInUse? profile = null)
    {
        if (option is not null)
        {
            return (Parse(option, "--gateway"), "--gateway");
        }

        return variable(Variable) is { } value && !string.IsNullOrWhiteSpace(value)
            ? (Parse(value, Variable), Variable)
            : profile is not null ? (Parse(profile.Profile.Gateway, profile.Source), profile.Source)
            : throw new UsageException(
                $"No gateway is set: use --gateway stable, develop, sandbox or an address, set {Variable}, or use 'contacts login'. "
                + "'contacts emulator' runs an emulator of the service.");
    }

    /// <summary>The messages do not repeat the value, because an address may contain a password.</summary>
    public static Uri Parse(string value, string source) => value.Trim().ToUpperInvariant() switch
    {
        "STABLE" => ContactsGateways.Stable,
        "DEVELOP" => ContactsGateways.Develop,
        "SANDBOX" => ContactsGateways.Sandbox,
        _ => Uri.TryCreate(value.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new UsageException($"{source} must be stable, develop, sandbox or an address such as https://gateway.example.com."),
    };
}
