namespace Contacts.Generated.Testing;

/// <summary>The names and times that all synthetic objects share.</summary>
internal static class SyntheticWorld
{
    public const string Organization = "org_emulator";
    public const string BusinessUnit = "bu_emulator";
    public const string CurrentUser = "u_emulator";
    public const string CurrentUserName = "Current User";
    public const string Board = "brd_emulator";
    public const string Team = "t_emulator";
    public const string FilesRoot = "https://files.example.com/contact/" + Organization + "/";

    /// <summary>When the synthetic past ends: everything generated is older, and every change that a request makes is newer.</summary>
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly string[] Agents = ["Agent One", "Agent Two", "Agent Three", "Agent Four"];

    public static string AgentId(int number) => "u_agent_" + (char)('a' + number);
}
