using Contacts.Generated.Benchmarks.Contenders;
using Contacts.Generated.Benchmarks.Emulator;
using Contacts.Generated.Benchmarks.InProcess;
using Contacts.Generated.Benchmarks.Report;
using Contacts.Generated.Benchmarks.Server;
using Contacts.Generated.Benchmarks.Soak;
using Contacts.Generated.Benchmarks.Transfers;
using Contacts.Generated.Benchmarks.Workers;

return args switch
{
    ["serve", ..] => await BenchmarkServer.RunAsync(),
    ["worker", var contender, var address] => await Worker.RunAsync(ContenderList.Create(contender, new Uri(address))),
    ["first", var contender, var address] => await FirstCall.RunAsync(() => ContenderList.Create(contender, new Uri(address))),
    ["compare", .. var rest] => await Comparison.RunAsync(rest),
    ["report", .. var rest] => await ReportCommand.WriteAsync(rest.Length > 0 ? rest[0] : Results()),
    ["short"] => await ReportCommand.PrintAsync(),
    ["lists", .. var rest] => await ReportCommand.PrintListsAsync(rounds: Number(rest, 3)),
    ["micro", .. var rest] => InProcessBenchmarks.Run(rest),
    ["transfers", .. var rest] => await TransferBenchmark.RunAsync(mebibytes: Number(rest, 1024)),
    ["soak", .. var rest] => await SoakRun.RunAsync(calls: Number(rest, 100_000)),
    ["emulator", .. var rest] => await EmulatorRun.RunAsync(requests: Number(rest, 100_000)),
    _ => Help(),
};

static int Number(string[] arguments, int otherwise) =>
    arguments.Length > 0 && int.TryParse(arguments[0], System.Globalization.CultureInfo.InvariantCulture, out var number)
        ? number
        : otherwise;

// Beside this project, if this is run in the root of the repository.
static string Results() =>
    Directory.Exists("tests/Contacts.Generated.Benchmarks") ? "tests/Contacts.Generated.Benchmarks/RESULTS.md" : "RESULTS.md";

static int Help()
{
    Console.WriteLine("""
        Measures Contacts.Generated against a plain server in a process of its own. Build in Release.

          report [FILE]      everything, all contenders; writes RESULTS.md beside this project, or FILE; ten minutes
          short              the targets, raw and ours only, under a minute; exits with 1 on a wrong answer, or
                             on a page that allocates far more than raw
          compare [SCENARIOS [ROUNDS [CONTENDER…]]]
                             a few scenarios (list,unknown,get,update,parallel) between raw and CONTENDERs
          lists [ROUNDS]     whole lists of 100,000 with no options, beside one page after the other, ROUNDS (3) times
          micro [OPTIONS]    what needs no server, by BenchmarkDotNet: reading, and calls over a canned handler
          transfers [MIB]    upload and export of MIB (1024) mebibytes beside a raw HttpClient doing the same,
                             and the memory above idle; exits with 1 if that is 32 MiB or more
          soak [CALLS]       one client, 64 callers, CALLS (100000) calls, on as many threads as processors: every
                             answer right, no thread held, no growth of sockets or memory; exits with 1 if not
          emulator [REQUESTS]
                             what the emulator costs: starts, 32 at once, 2,000 in a row, and the memory after REQUESTS
                             (100000); exits with 1 if ports, files or threads stay open, or memory is not bounded
          serve              the server alone; prints its address, ends with its standard input
        """);
    return 0;
}
