namespace Contacts.Generated;

/// <summary>The progress of an upload or an export.</summary>
/// <remarks>
/// Reported at 0, then at least every 1 % of a known total (or every MiB of an unknown one), and at the end with the exact count. A retry
/// starts at 0 again.
/// </remarks>
/// <param name="BytesTransferred">The bytes of the file or the export so far, not counting the multipart framing of the request.</param>
/// <param name="TotalBytes">The total number of bytes, or <see langword="null"/> if it is not known.</param>
public readonly record struct TransferProgress(long BytesTransferred, long? TotalBytes);
