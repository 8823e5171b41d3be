using Contacts.Generated;

namespace Contacts.Cli.Failures;

/// <summary>The name that was probably meant, for "did you mean".</summary>
internal static class Suggestion
{
    /// <returns>The nearest name; null if more than two letters, and more than a third of what was given, would have to change.</returns>
    public static string? For(string given, IEnumerable<string> names) =>
        NearestName.Of(given, names, farthest: Math.Max(2, given.Length / 3));
}
