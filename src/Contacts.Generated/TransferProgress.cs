namespace Contacts.Generated;

/// <summary>How far an upload or an export is.</summary>
/// <remarks>
/// Reported at 0, then at least every 1 % of a known total (at least every MiB of an unknown one), and at the end with the exact count.
/// When an attempt is repeated, the count starts at 0 again.
/// </remarks>
/// <param name="BytesTransferred">Bytes of the file or the export so far; what frames them in the request is not counted.</param>
/// <param name="TotalBytes">Bytes in all, or <see langword="null"/> when that is not known.</param>
public readonly record struct TransferProgress(long BytesTransferred, long? TotalBytes);
