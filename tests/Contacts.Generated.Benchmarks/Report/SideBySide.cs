using Contacts.Generated.Benchmarks.Statistics;
using Contacts.Generated.Benchmarks.Workers;

namespace Contacts.Generated.Benchmarks.Report;

/// <summary>
/// What the contenders measured of one scenario, round by round. A ratio is taken within each round, where both had the same
/// machine, and the median is over the rounds.
/// </summary>
internal sealed class SideBySide(string baseline)
{
    private readonly Dictionary<string, List<Measurement>> _rounds = [];

    public IReadOnlyCollection<string> Contenders => _rounds.Keys;

    public string Baseline => baseline;

    public long Wrong(string contender) => _rounds[contender].Sum(round => round.Wrong);

    /// <summary>Runs the contenders one after the other, in another order each round; the first rounds only warm up.</summary>
    public static async Task<SideBySide> RunAsync(IReadOnlyList<WorkerProcess> workers, string command, int number, int rounds, int warmUps)
    {
        var result = new SideBySide(workers[0].Contender);
        for (var round = -warmUps; round < rounds; round++)
        {
            for (var turn = 0; turn < workers.Count; turn++)
            {
                var worker = workers[(turn + round + warmUps) % workers.Count];
                var measurement = await worker.RunAsync(command, number);
                if (round >= 0)
                {
                    result.Add(worker.Contender, measurement);
                }
            }
        }

        return result;
    }

    public void Add(string contender, Measurement measurement)
    {
        if (!_rounds.TryGetValue(contender, out var rounds))
        {
            _rounds.Add(contender, rounds = []);
        }

        rounds.Add(measurement);
    }

    public double Of(string contender, Func<Measurement, double> value) => Median.Of(_rounds[contender].Select(value));

    public double Ratio(string contender, Func<Measurement, double> value) => Ratio(contender, baseline, value);

    public double Ratio(string contender, string other, Func<Measurement, double> value) =>
        Median.Of(_rounds[contender].Zip(_rounds[other], (own, its) => value(own) / value(its)));
}
