using System.Globalization;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Emulator;

/// <summary>Faults by the names under which people plan them, on the command line and in the browser.</summary>
internal static class FaultNames
{
    private static readonly Dictionary<string, EmulatorFault> _named = new(StringComparer.Ordinal)
    {
        ["reset"] = EmulatorFault.ConnectionReset,
        ["slow"] = EmulatorFault.Delay(TimeSpan.FromSeconds(3)),
        ["stalled"] = EmulatorFault.StalledBody,
        ["truncated"] = EmulatorFault.TruncatedBody,
    };

    /// <summary>What a message says of the choices.</summary>
    public const string All = "a status from 400 to 599, reset, slow, stalled or truncated";

    /// <returns>The fault, or null if there is none of this name.</returns>
    public static EmulatorFault? Find(string name) =>
        _named.TryGetValue(name, out var fault) ? fault
        : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and <= 599
            ? EmulatorFault.Status(status)
            : null;
}
