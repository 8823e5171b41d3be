using Contacts.Generated.Benchmarks.Contenders;

namespace Contacts.Generated.Benchmarks.Report;

/// <summary>
/// How much is measured: many short rounds, so that whatever else the machine does meets all alike; more than one process for each
/// contender, since the same program compiled twice is not equally fast; and a long warm-up, since code is compiled again for seconds.
/// </summary>
/// <param name="Processes">How many processes each contender has.</param>
/// <param name="Rounds">Rounds of each scenario, in which each process has its turn.</param>
/// <param name="WarmUps">Rounds before them that do not count.</param>
/// <param name="Milliseconds">How long a contender works in a round.</param>
/// <param name="Contenders">Who takes part.</param>
/// <param name="Contacts">How many contacts are read page by page.</param>
/// <param name="ListRounds">How often.</param>
/// <param name="FirstCalls">How many processes make a first call, for each contender.</param>
/// <param name="Mebibytes">The size of a transfer.</param>
/// <param name="TransferRounds">How often.</param>
/// <param name="LargeList">The long list that memory is measured with; the short one is a hundredth of it.</param>
internal sealed record Effort(
    int Processes,
    int Rounds,
    int WarmUps,
    int Milliseconds,
    IReadOnlyList<string> Contenders,
    int Contacts,
    int ListRounds,
    int FirstCalls,
    int Mebibytes,
    int TransferRounds,
    int LargeList)
{
    public static Effort Full { get; } = new(
        Processes: 2, Rounds: 31, WarmUps: 50, Milliseconds: 60, ContenderList.All, Contacts: 100_000, ListRounds: 5, FirstCalls: 25,
        Mebibytes: 1024, TransferRounds: 9, LargeList: 1_000_000);

    /// <summary>Under a minute, to see that all still works and nothing is far off.</summary>
    public static Effort Short { get; } = new(
        Processes: 1, Rounds: 21, WarmUps: 50, Milliseconds: 40, [ContenderList.Raw, ContenderList.Ours], Contacts: 20_000, ListRounds: 1,
        FirstCalls: 5, Mebibytes: 128, TransferRounds: 5, LargeList: 200_000);
}
