using System.Diagnostics;

namespace Contacts.Cli.Demo;

/// <summary>Makes the calls one after the other, and goes on after one that fails.</summary>
internal static class DemoRun
{
    public static async Task<IReadOnlyList<DemoResult>> RunAsync(DemoCalls calls, CancellationToken cancellationToken)
    {
        var results = new List<DemoResult>();
        foreach (var step in calls.Steps)
        {
            var started = Stopwatch.GetTimestamp();
            var succeeded = true;
            string outcome;
            try
            {
                outcome = await step.CallAsync(cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                succeeded = false;
                outcome = failure.Message.ReplaceLineEndings(" ");
            }

            results.Add(new DemoResult(step.Operation, succeeded, outcome, Stopwatch.GetElapsedTime(started)));
        }

        return results;
    }
}

/// <summary>How a call went.</summary>
internal sealed record DemoResult(string Operation, bool Succeeded, string Outcome, TimeSpan Duration);
