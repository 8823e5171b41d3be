namespace Contacts.Generated.ContractTests.Readme;

/// <summary>What a reader of the README has around a block: the environment set, a picture in the current folder, a console.</summary>
internal sealed class ReadmeSurroundings : IDisposable
{
    private readonly Dictionary<string, string?> _before = new(StringComparer.Ordinal);
    private readonly string _folderBefore = Environment.CurrentDirectory;
    private readonly TextWriter _consoleBefore = Console.Out;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readme");

    public ReadmeSurroundings(Uri gateway)
    {
        Set("IMBRACE_GATEWAY_URL", gateway.ToString());
        Set("IMBRACE_API_KEY", "api_test_key");
        Set("IMBRACE_ACCESS_TOKEN", null);
        Set("IMBRACE_ORGANIZATION_ID", null);
        Set("Contacts__GatewayUrl", gateway.ToString());
        Set("Contacts__ApiKey", "api_test_key");
        File.WriteAllText(Path.Combine(_folder.FullName, "avatar.png"), "not really a picture");
        Environment.CurrentDirectory = _folder.FullName;
        Console.SetOut(TextWriter.Null);
    }

    public void Dispose()
    {
        Console.SetOut(_consoleBefore);
        Environment.CurrentDirectory = _folderBefore;
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        _folder.Delete(recursive: true);
    }

    private void Set(string name, string? value)
    {
        _before[name] = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
    }
}
