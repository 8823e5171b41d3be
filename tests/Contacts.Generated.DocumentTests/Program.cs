using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Contacts.Generated.DocumentTests.Comparing;
using Contacts.Generated.DocumentTests.Compiling;
using Contacts.Generated.DocumentTests.Corpus;

namespace Contacts.Generated.DocumentTests;

/// <summary>
/// Prints what becomes of documents, each on a line: of those in a folder, or of the cases in a Markdown file.
/// </summary>
internal static partial class Program
{
    private static readonly string[] _documents = [".yaml", ".yml", ".json"];

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments.Length == 0)
        {
            await Console.Error.WriteLineAsync("Name folders or files of OpenAPI documents, or Markdown files of cases.");
            return 2;
        }

        var watch = Stopwatch.StartNew();
        var outcomes = new List<Outcome>();
        var work = arguments.SelectMany(Work).ToList();
        await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (one, _) =>
        {
            var outcome = await OutcomeAsync(one.Name, one.RunAsync);
            lock (outcomes)
            {
                outcomes.Add(outcome);
                Console.WriteLine(outcome.ToString());
            }
        });

        Console.WriteLine();
        foreach (var cause in outcomes
            .SelectMany(static outcome => outcome.Problems.Take(3).Select(Cause).Distinct().Take(2).Select(cause => (cause, outcome.Name)))
            .GroupBy(static pair => pair.cause).OrderByDescending(static group => group.Count()))
        {
            Console.WriteLine($"{cause.Count(),4}  {cause.Key}");
            Console.WriteLine($"        {string.Join(", ", cause.Select(static pair => pair.Name).Take(5))}");
        }

        var bad = outcomes.Count(static outcome => outcome.Problems.Count > 0);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"\n{outcomes.Count} documents, {bad} with problems, {watch.Elapsed.TotalSeconds:F0} s"));
        return bad == 0 ? 0 : 1;
    }

    private static async Task<Outcome> OutcomeAsync(string name, Func<Task<IReadOnlyList<string>>> run)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            return new(name, await run(), watch.Elapsed);
        }
        catch (Exception exception)
        {
            return new(name, [$"crash: {exception.GetBaseException()}"], watch.Elapsed);
        }
    }

    private static IEnumerable<(string Name, Func<Task<IReadOnlyList<string>>> RunAsync)> Work(string path)
    {
        if (!path.EndsWith(".md", StringComparison.Ordinal))
        {
            return (Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path])
                .Where(static file => _documents.Contains(Path.GetExtension(file)))
                .Order(StringComparer.Ordinal)
                .Select(file => (Path.GetRelativePath(path, file), (Func<Task<IReadOnlyList<string>>>)(() => PublicAsync(file))));
        }

        var file = Path.GetFullPath(path);
        return Path.GetFileName(Path.GetDirectoryName(file)) == "edits"
            ? Edit.Read(file).Select(static one => (one.Name, (Func<Task<IReadOnlyList<string>>>)(() => EditCheck.RunAsync(one))))
            : DocumentFile.Read(file)
                .Select(static one => (one.Name, (Func<Task<IReadOnlyList<string>>>)(() => DocumentCheck.RunAsync(one))));
    }

    private static async Task<IReadOnlyList<string>> PublicAsync(string file)
    {
        var client = await ClientFactory.CreateAsync(Path.GetFullPath(file), caller: null);
        return client.IsRefused
            ? [.. client.Findings.Where(static finding => finding.IsError).Select(finding => $"refused: {finding.Text}")]
            : client.Complaints;
    }

    /// <summary>A problem without the names and numbers of one document.</summary>
    private static string Cause(string problem) => Particular().Replace(problem.Split('«')[0], "…");

    [GeneratedRegex(@"'[^']*'|\S*\(\d+(,\d+)?\):?|/tmp/\S+|\d{2,}|^net(10|standard2)\.0: |(?<=Json, )[^:]*: |(?<=Json, ).*?\}+: ")]
    private static partial Regex Particular();

    private sealed record Outcome(string Name, IReadOnlyList<string> Problems, TimeSpan Duration)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{(Problems.Count == 0 ? "ok  " : "BAD ")} {Duration.TotalSeconds,5:F1} s  {Name}")
            + string.Concat(Problems.Take(8).Select(static problem => $"\n          {problem}"));
    }
}
