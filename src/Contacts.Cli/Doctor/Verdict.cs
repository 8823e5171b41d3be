namespace Contacts.Cli.Doctor;

/// <summary>How a check went.</summary>
internal enum Verdict
{
    Ok,
    Warning,
    Failed,
}
