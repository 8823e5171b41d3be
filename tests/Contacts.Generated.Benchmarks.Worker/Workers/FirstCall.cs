using System.Diagnostics;
using System.Globalization;
using Contacts.Generated.Benchmarks.Contenders;

namespace Contacts.Generated.Benchmarks.Workers;

/// <summary>The first call of a process: making the client, compiling everything, connecting, one contact.</summary>
internal static class FirstCall
{
    /// <summary>Prints the seconds it took.</summary>
    /// <param name="create">Makes the contender, which is part of the call.</param>
    public static async Task<int> RunAsync(Func<IContender> create)
    {
        var started = Stopwatch.GetTimestamp();
        var id = await create().GetAsync(Samples.ContactId);
        var elapsed = Stopwatch.GetElapsedTime(started);
        Console.WriteLine(elapsed.TotalSeconds.ToString("R", CultureInfo.InvariantCulture));
        return id == Samples.ContactId ? 0 : 1;
    }
}
