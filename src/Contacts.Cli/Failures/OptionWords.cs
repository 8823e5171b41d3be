namespace Contacts.Cli.Failures;

/// <summary>The SDK's sentences name its properties, for a programmer; whoever types a command knows options.</summary>
internal static class OptionWords
{
    private static readonly (string Property, string Option)[] _words =
    [
        ("GatewayUrl", "--gateway"),
        ("OrganizationId", "--organization or IMBRACE_ORGANIZATION_ID"),
        ("export to a stream", "leave --output-file out"),
        ("leave it null to send none", "leave the option out"),
    ];

    public static string In(string message) => _words.Aggregate(message, static (text, word) => text.Replace(word.Property, word.Option, StringComparison.Ordinal));
}
