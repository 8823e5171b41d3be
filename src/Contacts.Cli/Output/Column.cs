namespace Contacts.Cli.Output;

/// <summary>A column of a table; the first of a list is the id, and the last one is the first to go when there is no room.</summary>
/// <param name="Header">The title.</param>
/// <param name="Value">The text of a cell.</param>
/// <param name="Minimum">The columns of the terminal below which it says nothing.</param>
/// <param name="Typical">The columns that its values usually take, for a table whose later rows are not known yet.</param>
/// <param name="IsWhole">Whether its values are for copying, and never cut.</param>
internal sealed record Column<T>(string Header, Func<T, string?> Value, int Minimum = 8, int Typical = 0, bool IsWhole = false);
