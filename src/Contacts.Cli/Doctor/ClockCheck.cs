using System.Globalization;

namespace Contacts.Cli.Doctor;

/// <summary>Compares this machine's clock with the service's, by which a token expires.</summary>
internal static class ClockCheck
{
    /// <summary>The header has whole seconds and the response takes a while, so a smaller difference means nothing.</summary>
    private static readonly TimeSpan _tolerance = TimeSpan.FromSeconds(60);

    public static Finding Of(IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        if (!headers.TryGetValue("Date", out var text)
            || !DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var theirs))
        {
            return new(Verdict.Ok, "clock", "the service does not say what time it is");
        }

        var ahead = now - theirs;
        return ahead.Duration() <= _tolerance
            ? new(Verdict.Ok, "clock", "agrees with the service's")
            : new(
                Verdict.Warning,
                "clock",
                string.Create(CultureInfo.InvariantCulture, $"this machine is {ahead.Duration().TotalMinutes:0.#} min ")
                + (ahead > TimeSpan.Zero ? "ahead of" : "behind")
                + " the service: set its clock, or tokens will seem expired or not yet valid");
    }
}
