using System.Diagnostics;
using System.Globalization;
using Contacts.Generated.Benchmarks.Contenders;

namespace Contacts.Generated.Benchmarks.Workers;

/// <summary>The first call of a process: making the client, compiling everything, connecting, one contact.</summary>
internal static class FirstCall
{
    /// <summary>Prints the seconds it took.</summary>
    public static async Task<int> RunAsync(string contender, Uri gateway)
    {
        var started = Stopwatch.GetTimestamp();
        var id = await ContenderList.Create(contender, gateway).GetAsync(Samples.ContactId);
        var elapsed = Stopwatch.GetElapsedTime(started);
        Console.WriteLine(elapsed.TotalSeconds.ToString("R", CultureInfo.InvariantCulture));
        return id == Samples.ContactId ? 0 : 1;
    }
}
