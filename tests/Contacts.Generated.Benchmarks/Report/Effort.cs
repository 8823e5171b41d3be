using Contacts.Generated.Benchmarks.Contenders;

namespace Contacts.Generated.Benchmarks.Report;

/// <summary>
/// How much is measured: many short rounds, since a pair of processes runs for seconds at one of several speeds, as the system
/// places them; and a long warm-up, since code is compiled again for three seconds.
/// </summary>
/// <param name="Rounds">Rounds of each scenario.</param>
/// <param name="WarmUps">Rounds before them that do not count.</param>
/// <param name="Milliseconds">How long a contender works in a round.</param>
/// <param name="Contenders">Who takes part.</param>
/// <param name="Contacts">How many contacts are read page by page.</param>
/// <param name="ListRounds">How often.</param>
/// <param name="Processes">How many processes make a first call, for each contender.</param>
/// <param name="Mebibytes">The size of a transfer.</param>
/// <param name="LargeList">The long list that memory is measured with; the short one is a hundredth of it.</param>
internal sealed record Effort(
    int Rounds, int WarmUps, int Milliseconds, IReadOnlyList<string> Contenders, int Contacts, int ListRounds, int Processes, int Mebibytes, int LargeList)
{
    public static Effort Full { get; } = new(61, 50, 60, ContenderList.All, 100_000, 3, 15, 1024, 1_000_000);

    /// <summary>Under a minute, to see that all still works and nothing is far off.</summary>
    public static Effort Short { get; } = new(31, 40, 40, [ContenderList.Raw, ContenderList.Ours], 20_000, 1, 5, 128, 200_000);
}
