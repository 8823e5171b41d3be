using Contacts.Cli.Options;
using Contacts.Generated;

namespace Contacts.Cli.Doctor;

/// <summary>What the probes together show about the dialect.</summary>
internal static class DialectFinding
{
    private const string Subject = "dialect";

    /// <param name="probes">What was requested, and the dialect of the response; null if it has the marks of neither.</param>
    /// <param name="configured">The dialect in which requests are written.</param>
    /// <param name="fitting">The dialect in which they should be written.</param>
    public static Finding Of(
        IReadOnlyList<(string Asked, ContactsDialect? Dialect)> probes, ContactsDialect configured, out ContactsDialect fitting)
    {
        var known = probes.Where(static probe => probe.Dialect is not null).ToList();
        var configuredName = DialectOption.NameOf(configured);
        fitting = known.Count > 0 ? known[0].Dialect!.Value : configured;
        if (known.Count == 0)
        {
            return new(Verdict.Ok, Subject, $"the responses have the marks of neither dialect; {configuredName} stays");
        }

        if (known.Select(static probe => probe.Dialect).Distinct().Count() > 1)
        {
            fitting = configured;
            var mixed = string.Join(", ", known.Select(static probe => $"{probe.Asked} as {DialectOption.NameOf(probe.Dialect!.Value)}"));
            return new(Verdict.Warning, Subject, $"mixed: {mixed}; {configuredName} stays, and changes should be checked");
        }

        var name = DialectOption.NameOf(fitting);
        return fitting == configured
            ? new(Verdict.Ok, Subject, $"{name} ({string.Join(", ", known.Select(static probe => probe.Asked))})")
            : new(Verdict.Warning, Subject, $"responses come as {name}, requests go as {configuredName}: changes may have no effect");
    }
}
