using System.Globalization;
using Contacts.Generated.Benchmarks.Contenders;
using Contacts.Generated.Benchmarks.Processes;
using Contacts.Generated.Benchmarks.Server;
using Contacts.Generated.Benchmarks.Workers;

namespace Contacts.Generated.Benchmarks.Report;

/// <summary>One scenario between raw and a few, for work on the hot path.</summary>
internal static class Comparison
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var commands = arguments.Length > 0 ? arguments[0].Split(',') : ["list", "get", "update", "parallel"];
        var rounds = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 20;
        var names = arguments.Length > 2 ? arguments[2..] : [ContenderList.Ours];
        using var server = await ServerProcess.StartAsync(ProcessorBinding.Server);
        var workers = names.Prepend(ContenderList.Raw)
            .Select(name => WorkerProcess.Start(name, server.Address, ProcessorBinding.Contenders)).ToList();
        foreach (var command in commands)
        {
            await server.ChangeAsync(new ServerSettings(Samples.PageSize, 0, command == "unknown"));
            var result = await SideBySide.RunAsync(workers, command == "unknown" ? "list" : command, 40, rounds, warmUps: 100);
            foreach (var name in result.Contenders)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{command,-8} {name,-42} {result.Of(name, m => m.MicrosecondsPerOperation),9:F1} us "
                        + $"{result.Ratio(name, m => m.MicrosecondsPerOperation):F3}  cpu "
                        + $"{result.Of(name, m => m.CpuMicrosecondsPerOperation),8:F1} us "
                        + $"{result.Ratio(name, m => m.CpuMicrosecondsPerOperation):F3}  {result.Of(name, m => m.BytesPerOperation),9:F0} "
                        + $"B {result.Ratio(name, m => m.BytesPerOperation):F3}  wrong {result.Wrong(name)}"));
            }
        }

        workers.ForEach(worker => worker.Dispose());
        return 0;
    }
}
