using System.IO.Compression;
using System.Xml.Linq;

namespace Contacts.Generated.PackageTests;

/// <summary>A package as a user downloads it.</summary>
internal sealed class PackageFile(string path)
{
    public IReadOnlyDictionary<string, byte[]> Entries { get; } = Read(path);

    public XElement Metadata =>
        XDocument.Parse(Text(Entries.Keys.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal)))).Root!.Elements().Single();

    public string? Element(string name) => Find(name)?.Value;

    public XElement? Find(string name) => Metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name);

    public string Text(string name)
    {
        using var reader = new StreamReader(new MemoryStream(Entries[name]));
        return reader.ReadToEnd();
    }

    /// <summary>Each dependency as <c>framework: id version</c>.</summary>
    public IReadOnlyList<string> Dependencies =>
    [
        .. Metadata.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element =>
            $"{element.Parent!.Attribute("targetFramework")!.Value}: {element.Attribute("id")!.Value} "
                + $"{element.Attribute("version")!.Value}"),
    ];

    /// <summary>The dependencies for one framework: the version of each package.</summary>
    public IReadOnlyDictionary<string, string> DependenciesOf(string framework) => Dependencies
        .Where(dependency => dependency.StartsWith(framework + ": ", StringComparison.Ordinal))
        .Select(dependency => dependency.Split(' '))
        .ToDictionary(parts => parts[1], parts => parts[2]);

    private static Dictionary<string, byte[]> Read(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        });
    }
}
