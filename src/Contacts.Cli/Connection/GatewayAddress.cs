using Contacts.Cli.Failures;
using Contacts.Generated;

namespace Contacts.Cli.Connection;

/// <summary>The gateway from <c>--gateway</c> or the environment.</summary>
internal static class GatewayAddress
{
    private const string Variable = "IMBRACE_GATEWAY_URL";

    public static (Uri Address, string Source) Of(string? option, Func<string, string?> variable)
    {
        if (option is not null)
        {
            return (Parse(option, "--gateway"), "--gateway");
        }

        return variable(Variable) is { } value && !string.IsNullOrWhiteSpace(value)
            ? (Parse(value, Variable), Variable)
            : throw new UsageException(
                $"No gateway is set: use --gateway stable, develop, sandbox or an address, or set {Variable}. "
                + "'contacts emulator' runs an emulator of the service.");
    }

    /// <summary>The messages do not repeat the value, because an address may contain a password.</summary>
    private static Uri Parse(string value, string source) => value.Trim().ToUpperInvariant() switch
    {
        "STABLE" => ContactsGateways.Stable,
        "DEVELOP" => ContactsGateways.Develop,
        "SANDBOX" => ContactsGateways.Sandbox,
        _ => Uri.TryCreate(value.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new UsageException($"{source} must be stable, develop, sandbox or an address such as https://gateway.example.com."),
    };
}
