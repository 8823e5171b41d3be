namespace Contacts.Generated.Benchmarks.Report;

/// <summary>One kind of call that all contenders make.</summary>
/// <param name="Title">What it is, in the report.</param>
/// <param name="Command">What the workers are told.</param>
/// <param name="WithUnknown">Whether contacts have fields that no contract declares.</param>
internal sealed record Scenario(string Title, string Command, bool WithUnknown = false)
{
    public static Scenario Page { get; } = new("Page of 100 contacts, every field declared", "list");

    public static Scenario PageWithUnknown { get; } = new("Page of 100 contacts, three unknown fields each", "list", WithUnknown: true);

    public static Scenario Get { get; } = new("Get one contact", "get");

    public static Scenario Update { get; } = new("Update one contact", "update");

    public static Scenario Parallel { get; } = new("64 callers, each one get after the other", "parallel");

    public static IReadOnlyList<Scenario> All { get; } = [Page, PageWithUnknown, Get, Update, Parallel];
}
