namespace Contacts.Cli.Progress;

/// <summary>What a bar counts.</summary>
internal enum ProgressUnit
{
    Bytes,
    Items,
}
