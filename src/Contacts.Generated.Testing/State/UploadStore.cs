namespace Contacts.Generated.Testing;

/// <summary>The latest uploaded files by their download paths, within a number of bytes: the oldest are dropped first.</summary>
internal sealed class UploadStore(int seed, long maxBytes)
{
    public const string Root = "/files/contact/" + SyntheticWorld.Organization + "/";

    /// <summary>What comes before the path of a file where the gateway is reached below a prefix.</summary>
    public const string Version = "/v1";

    /// <summary>How the path of a file begins there.</summary>
    public const string PathWithPrefix = Version + Root;

    /// <summary>How many paths of dropped files are remembered, so that a request for one can be told why it is gone.</summary>
    private const int MaxDropped = 10_000;

    private readonly Dictionary<string, UploadedFile> _files = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly HashSet<string> _dropped = new(StringComparer.Ordinal);
    private readonly Queue<string> _droppedOrder = new();
    private int _added;
    private long _bytes;

    /// <summary>Keeps a file, and drops the oldest ones to make room for it.</summary>
    /// <returns>Its path.</returns>
    public string Add(UploadedFile file)
    {
        var random = new SeededRandom(seed, "upload", _added++);
        Span<char> name = stackalloc char[26];
        for (var index = 0; index < name.Length; index++)
        {
            name[index] = random.Pick<char>("abcdefghijklmnopqrstuvwxyz0123456789");
        }

        var path = $"{Root}file_{name}.{file.Extension}";
        _files[path] = file;
        _order.Enqueue(path);
        _bytes += file.Size;
        while (_bytes > maxBytes)
        {
            Drop(_order.Dequeue());
        }

        return path;
    }

    public UploadedFile? Find(string path) => _files.GetValueOrDefault(path);

    /// <summary>Whether the path is that of a file that was dropped.</summary>
    public bool HasDropped(string path) => _dropped.Contains(path);

    public void Clear()
    {
        _files.Clear();
        _order.Clear();
        _dropped.Clear();
        _droppedOrder.Clear();
        (_added, _bytes) = (0, 0);
    }

    private void Drop(string path)
    {
        _files.Remove(path, out var file);
        _bytes -= file!.Size;
        _dropped.Add(path);
        _droppedOrder.Enqueue(path);
        if (_droppedOrder.Count > MaxDropped)
        {
            _dropped.Remove(_droppedOrder.Dequeue());
        }
    }
}
