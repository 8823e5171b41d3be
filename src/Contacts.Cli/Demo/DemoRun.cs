using System.Diagnostics;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Demo;

/// <summary>Makes the calls one after the other, and goes on after one that fails.</summary>
internal static class DemoRun
{
    public static async Task<IReadOnlyList<DemoResult>> RunAsync(
        ContactsEmulator emulator, DemoCalls calls, CancellationToken cancellationToken)
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

            var duration = Stopwatch.GetElapsedTime(started);
            var request = emulator.Requests.LastOrDefault(request => request.Operation == step.Operation);
            results.Add(new DemoResult(step.Operation, request?.Method ?? "-", request?.PathTemplate ?? "-", succeeded, outcome, duration));
        }

        return results;
    }
}

/// <summary>How a call went.</summary>
internal sealed record DemoResult(string Operation, string Method, string Path, bool Succeeded, string Outcome, TimeSpan Duration);
