using System.Globalization;
using System.Text.Json;
using Contacts.Generated.Benchmarks.Contenders;

namespace Contacts.Generated.Benchmarks.Workers;

/// <summary>
/// A contender in a process of its own: it does a batch for each line that it is given and answers with a line. While another
/// one works, it waits; so each has its own heap, its own compiled code and its own processor time.
/// </summary>
internal static class Worker
{
    public static async Task<int> RunAsync(IContender contender)
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var parts = line.Split(' ');
            var number = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
            var measurement = await RunAsync(contender, parts[0], number);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(measurement, MeasurementJson.Default.Measurement));
        }

        return 0;
    }

    private static Task<Measurement> RunAsync(IContender contender, string command, int number)
    {
        var duration = TimeSpan.FromMilliseconds(number);
        return command switch
        {
            "list" => Measure.SequentialAsync(async () => await contender.ListAsync() == Samples.PageSize, duration),
            "get" => Measure.SequentialAsync(async () => await contender.GetAsync(Samples.ContactId) == Samples.ContactId, duration),
            "update" => Measure.SequentialAsync(async () => await contender.UpdateAsync(Samples.ContactId) == Samples.NewName, duration),
            "parallel" => Measure.ParallelAsync(contender, duration),
            "all" => Measure.AllAsync(contender, number),
            "json" => JsonAsync(contender),
            _ => throw new ArgumentException("The worker knows no command " + command + ".", nameof(command)),
        };
    }

    private static async Task<Measurement> JsonAsync(IContender contender) => new(1, 0, 0, 0, Text: await contender.ListAsJsonAsync());
}
