namespace Contacts.Generated;

/// <summary>How one attempt frames and watches an upload.</summary>
internal sealed class MultipartUploadOptions
{
    /// <summary>The form field that carries the file.</summary>
    internal string PartName { get; init; } = "file";

    /// <summary>Plain text fields, sent before the file.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    internal IProgress<TransferProgress>? Progress { get; init; }

    /// <summary>Told when the transport asks for the body.</summary>
    internal Action? Begins { get; init; }

    /// <summary>Told the number of bytes after each write that the transport took; what an idle timeout is measured by.</summary>
    internal Action<long>? Moved { get; init; }

    /// <summary>Told when the body is about to be sent, which it must not be twice.</summary>
    internal AttemptSends? Sends { get; init; }

    /// <summary>A token of at most 70 characters that needs no quotes; random unless a test wants the same bytes each time.</summary>
    internal string Boundary { get; init; } = $"contacts-{Guid.NewGuid():N}";
}
