namespace Contacts.Generated;

/// <summary>The file that a call sends as a form.</summary>
internal sealed record UploadRequest(string PartName, UploadContent Content, IProgress<TransferProgress>? Progress);
