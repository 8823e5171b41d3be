using System.Text.Json;

namespace Contacts.Generated.Tests;

/// <summary>The arguments of a captured call. Whatever a mapping does not read is an argument that it forgot.</summary>
internal sealed class FixtureArguments(JsonElement arguments)
{
    private readonly HashSet<string> _read = [];

    public IEnumerable<string> Unread => arguments.EnumerateObject().Select(argument => argument.Name).Where(name => !_read.Contains(name));

    public string Text(string name) => Find(name)!.Value.GetString()!;

    public string? OptionalText(string name) => Find(name)?.GetString();

    public int? OptionalNumber(string name) => Find(name)?.GetInt32();

    public IReadOnlyList<string> Texts(string name) => [.. Find(name)!.Value.EnumerateArray().Select(item => item.GetString()!)];

    public JsonElement Element(string name) => Find(name)!.Value;

    private JsonElement? Find(string name)
    {
        _read.Add(name);
        return arguments.TryGetProperty(name, out var value) ? value : null;
    }
}
