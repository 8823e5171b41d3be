using Contacts.Generated;

namespace Contacts.Cli.Doctor;

/// <summary>What the probes say together.</summary>
internal static class FormFinding
{
    /// <param name="probes">What was asked, and which form the answer had; null if it had neither's marks.</param>
    /// <param name="configured">The form that requests are written in now.</param>
    /// <param name="fitting">The form that they should be written in.</param>
    public static Finding Of(IReadOnlyList<(string Asked, ContactsDialect? Form)> probes, ContactsDialect configured, out ContactsDialect fitting)
    {
        var known = probes.Where(static probe => probe.Form is not null).ToList();
        fitting = known.Count > 0 ? known[0].Form!.Value : configured;
        if (known.Count == 0)
        {
            return new(Verdict.Ok, "form", $"the answers have the marks of neither form; {Name(configured)} stays");
        }

        if (known.Select(static probe => probe.Form).Distinct().Count() > 1)
        {
            fitting = configured;
            return new(
                Verdict.Warning, "form", $"mixed: {string.Join(", ", known.Select(static probe => $"{probe.Asked} as {Name(probe.Form!.Value)}"))}; {Name(configured)} stays, and changes should be checked");
        }

        return fitting == configured
            ? new(Verdict.Ok, "form", $"{Name(fitting)} ({string.Join(", ", known.Select(static probe => probe.Asked))})")
            : new(Verdict.Warning, "form", $"the answers are in the form of {Name(fitting)}, and requests are written as {Name(configured)}: changes may have no effect");
    }

    public static string Name(ContactsDialect dialect) => dialect == ContactsDialect.VendorSdk ? "vendorsdk" : "webapp";
}
