using Contacts.Generated.Benchmarks.Contenders;
using Contacts.Generated.Benchmarks.Server;

namespace Contacts.Generated.Benchmarks.Report;

/// <summary>Measures everything; the whole writes RESULTS.md, the short form prints its targets.</summary>
internal static class ReportCommand
{
    /// <summary>
    /// Allocated bytes hardly vary, so that a page which takes this much more than raw has gone wrong, whatever the machine does.
    /// </summary>
    private const double MostBytes = 1.15;

    public static async Task<int> WriteAsync(string file)
    {
        var figures = await new Measuring(Effort.Full).RunAsync();
        await File.WriteAllTextAsync(file, new ResultsText(figures).ToString());
        Console.WriteLine("Written: " + file);
        return ExitCode(figures);
    }

    public static async Task<int> PrintAsync()
    {
        var figures = await new Measuring(Effort.Short).RunAsync();
        foreach (var target in Targets.Of(figures))
        {
            Console.WriteLine(target);
        }

        return ExitCode(figures);
    }

    /// <summary>Reads a whole list with no options, beside one page after the other.</summary>
    public static async Task<int> PrintListsAsync(int rounds)
    {
        using var server = await ServerProcess.StartAsync();
        var lists = await Measuring.ListsAsync(
            server, Effort.Full.Contacts, rounds, ContenderList.Sequential, ContenderList.OursWithoutOptions);
        Console.WriteLine(Targets.WithoutOptions(lists));
        return lists.Contenders.All(contender => lists.Wrong(contender) == 0) ? 0 : 1;
    }

    /// <summary>Times are for reading. Wrong answers, and bytes far off, are failures.</summary>
    private static int ExitCode(Figures figures)
    {
        var bytes = figures.Calls[Scenario.Page].Ratio(ContenderList.Ours, measurement => measurement.BytesPerOperation);
        Console.WriteLine($"{figures.Wrong} wrong answers");
        return figures.Wrong == 0 && bytes < MostBytes ? 0 : 1;
    }
}
