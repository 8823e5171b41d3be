namespace Contacts.Cli.Doctor;

/// <summary>What a check found.</summary>
internal sealed record Finding(Verdict Verdict, string Subject, string Text);
