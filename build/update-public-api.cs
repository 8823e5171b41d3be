// Rewrites src/Contacts.Generated/PublicAPI/*/PublicAPI.Unshipped.txt so that the texts say what the code has.
// Review the difference like code: a line that goes is a break for somebody.
// Usage, in the repository's root: dotnet run build/update-public-api.cs
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

const string Project = "src/Contacts.Generated";
if (!Directory.Exists(Project))
{
    Console.Error.WriteLine("Run this in the root of the repository.");
    return 2;
}

foreach (var target in (string[])["netstandard2.0", "net8.0", "net10.0"])
{
    var text = $"{Project}/PublicAPI/{target}/PublicAPI.Unshipped.txt";
    var log = Path.Combine(Path.GetTempPath(), $"public-api-{Guid.NewGuid():N}.sarif");
    File.WriteAllText(text, "#nullable enable\n");
    try
    {
        if (Build(target, log) is var code and not 0)
        {
            return code;
        }

        // The analyzer names each public symbol that the texts lack (RS0016) and each that the code lacks (RS0017).
        var results = ResultsOf(log);
        var lines = NamesOf(results, "RS0016").Concat(NamesOf(results, "RS0017").Select(name => "*REMOVED*" + name)).ToList();
        File.WriteAllText(text, string.Join('\n', ["#nullable enable", .. lines]) + "\n", new UTF8Encoding(false));
        Console.WriteLine($"{text}: {lines.Count} lines");
    }
    finally
    {
        File.Delete(log);
    }
}

return 0;

static int Build(string target, string log)
{
    var start = new ProcessStartInfo("dotnet")
    {
        ArgumentList =
        {
            "build", Project, "--framework", target, "--no-incremental", "--verbosity", "quiet", "--nologo",
            "-p:TreatWarningsAsErrors=false", "-p:WarningsNotAsErrors=RS0016%3BRS0017", $"-p:ErrorLog={log}%2Cversion=2.1",
        },
        Environment = { ["CI"] = "true" },
        RedirectStandardOutput = true,
    };
    using var build = Process.Start(start)!;
    var output = build.StandardOutput.ReadToEnd();
    build.WaitForExit();
    if (build.ExitCode != 0)
    {
        Console.Error.WriteLine(output);
    }

    return build.ExitCode;
}

static List<JsonElement> ResultsOf(string log)
{
    using var document = JsonDocument.Parse(File.ReadAllText(log));
    return [.. document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(result => result.Clone())];
}

static IEnumerable<string> NamesOf(List<JsonElement> results, string rule) => results
    .Where(result => result.GetProperty("ruleId").GetString() == rule)
    .Select(result => Regex.Match(result.GetProperty("message").GetProperty("text").GetString()!, "Symbol '(.*)' is ").Groups[1].Value)
    .Distinct()
    .Order(StringComparer.Ordinal);
