using System.CommandLine;
using Contacts.Generated;

namespace Contacts.Cli.Options;

/// <summary><c>--dialect</c>, and the names of its two values.</summary>
internal static class DialectOption
{
    private const string WebApp = "webapp", VendorSdk = "vendorsdk";

    public static Option<string> Create(string description) =>
        new Option<string>("--dialect") { Description = description }.OneOf(WebApp, VendorSdk);

    /// <summary>The option with its default shown, for a command that runs an emulator.</summary>
    public static Option<string> CreateWithDefault(string description)
    {
        var option = Create(description);
        option.DefaultValueFactory = static _ => WebApp;
        return option;
    }

    public static ContactsDialect ToDialect(string? name) => name == VendorSdk ? ContactsDialect.VendorSdk : ContactsDialect.WebApp;

    public static string NameOf(ContactsDialect dialect) => dialect == ContactsDialect.VendorSdk ? VendorSdk : WebApp;
}
