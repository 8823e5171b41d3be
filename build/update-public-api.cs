// Rewrites src/*/PublicAPI/*/PublicAPI.Unshipped.txt so that the texts say what the code has.
// Review the difference like code: a line that goes is a break for somebody.
// Usage, in the repository's root:
//   dotnet run build/update-public-api.cs             after a change of the public surface
//   dotnet run build/update-public-api.cs -- --ship   at a release: what was unshipped is shipped from then on
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

const string Header = "#nullable enable";
const string Removed = "*REMOVED*";
const string Logs = "obj/PublicApi";

var projects = Directory.Exists("src") ? Directory.GetDirectories("src")
    .Where(project => Directory.Exists($"{project}/PublicAPI")).Order(StringComparer.Ordinal).ToList() : [];
if (projects.Count == 0)
{
    Console.Error.WriteLine("Run this in the root of the repository.");
    return 2;
}

if (args is ["--ship"])
{
    foreach (var folder in projects.SelectMany(FoldersOf))
    {
        Ship(folder);
    }

    return 0;
}

if (args is not [])
{
    Console.Error.WriteLine("The only option is --ship.");
    return 2;
}

// In this order each library finds those that it uses built.
foreach (var project in projects)
{
    Directory.CreateDirectory($"{project}/{Logs}");
    Write($"{project}/{Logs}/PublicAPI.Unshipped.txt", []);
    if (Build(project, withReferences: project == projects[0]) is var code and not 0)
    {
        Console.Error.WriteLine("The texts are as they were: the build has to succeed first.");
        return code;
    }
}

// The analyzer names each public symbol that the texts lack (RS0016) and each that the code lacks (RS0017). Nothing is written until all
// is known.
var texts = new List<(string File, List<string> Lines)>();
foreach (var folder in projects.SelectMany(project => FoldersOf(project)))
{
    var results = ResultsOf($"{Path.GetDirectoryName(Path.GetDirectoryName(folder))}/{Logs}/{Path.GetFileName(folder)}.sarif");
    texts.Add((Unshipped(folder), [.. NamesOf(results, "RS0016"), .. NamesOf(results, "RS0017").Select(name => Removed + name)]));
}

foreach (var (file, lines) in texts)
{
    Write(file, lines);
}

return 0;

static IEnumerable<string> FoldersOf(string project) => Directory.GetDirectories($"{project}/PublicAPI").Order(StringComparer.Ordinal);

static string Shipped(string folder) => $"{folder}/PublicAPI.Shipped.txt";

static string Unshipped(string folder) => $"{folder}/PublicAPI.Unshipped.txt";

static List<string> Read(string file) => [.. File.ReadAllLines(file).Where(line => line.Length > 0 && line != Header)];

static void Write(string file, List<string> lines)
{
    File.WriteAllText(file, string.Join('\n', [Header, .. lines]) + "\n", new UTF8Encoding(false));
    if (lines.Count > 0)
    {
        Console.WriteLine($"{file}: {lines.Count} lines");
    }
}

static void Ship(string folder)
{
    var changes = Read(Unshipped(folder));
    var gone = changes.Where(line => line.StartsWith(Removed, StringComparison.Ordinal)).Select(line => line[Removed.Length..]).ToHashSet();
    var added = changes.Where(line => !line.StartsWith(Removed, StringComparison.Ordinal));
    Write(Shipped(folder), [.. Read(Shipped(folder)).Where(line => !gone.Contains(line)).Concat(added).Order(StringComparer.Ordinal)]);
    Write(Unshipped(folder), []);
}

// As CI builds, so that the analyzer reports; but what it reports must not stop the build.
static int Build(string project, bool withReferences)
{
    var start = new ProcessStartInfo(DotNet())
    {
        ArgumentList =
        {
            "build", project, "--no-incremental", "--verbosity", "quiet", "--nologo",
            $"-p:PublicApiLog={Logs}", $"-p:BuildProjectReferences={withReferences}",
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

// The one that this runs on, which need not be the one that the shell finds.
static string DotNet() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));

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
