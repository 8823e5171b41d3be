using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Web;

/// <summary>The files of the inbox, which are part of this assembly.</summary>
internal static class PageFiles
{
    private const string Page = Folder + "index.html";

    private const string Folder = "/inbox/";

    private static readonly Dictionary<string, string> _types = new(StringComparer.Ordinal)
    {
        [".html"] = Reply.HtmlType,
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private static readonly Dictionary<string, Reply> _files = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToDictionary(static name => name, Read, StringComparer.Ordinal);

    /// <summary>The addresses of all files.</summary>
    public static IEnumerable<string> Addresses => _files.Keys;

    /// <summary>The file at an address; null for an address outside of the folder.</summary>
    public static Reply? Find(string path) =>
        _files.TryGetValue(path, out var file) ? file
            : path.StartsWith(Folder, StringComparison.Ordinal) ? Reply.Text(404, Reply.TextType, "There is no such file.")
            : null;

    /// <summary>The page itself, which calls the API below a prefix.</summary>
    public static Reply PageFor(string prefix)
    {
        var page = _files[Page];
        var text = Encoding.UTF8.GetString(page.Body)
            .Replace("data-prefix=\"\"", $"data-prefix=\"{HtmlEncoder.Default.Encode(prefix)}\"", StringComparison.Ordinal);
        return page with { Body = Encoding.UTF8.GetBytes(text) };
    }

    private static Reply Read(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return new Reply(200, _types[Path.GetExtension(name)], bytes);
    }
}
