using System.CommandLine;
using Contacts.Generated;

namespace Contacts.Cli.Options;

/// <summary>Which of the two dialects is spoken.</summary>
internal static class DialectOption
{
    public static Option<string> Create(string description) => new Option<string>("--dialect") { Description = description }.OneOf("webapp", "vendorsdk");

    public static ContactsDialect ToDialect(string? text) => text == "vendorsdk" ? ContactsDialect.VendorSdk : ContactsDialect.WebApp;
}
