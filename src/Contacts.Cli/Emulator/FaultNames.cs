using System.Globalization;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Emulator;

/// <summary>Faults by the names that are typed.</summary>
internal static class FaultNames
{
    /// <summary>What a message says of the choices.</summary>
    public const string All = "a status from 400 to 599, reset, stall or truncate";

    /// <returns>The fault, or null if there is none of this name.</returns>
    public static EmulatorFault? Find(string name) => name switch
    {
        "reset" => EmulatorFault.ConnectionReset,
        "stall" => EmulatorFault.StalledBody,
        "truncate" => EmulatorFault.TruncatedBody,
        _ => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and <= 599
            ? EmulatorFault.Status(status)
            : null,
    };
}
