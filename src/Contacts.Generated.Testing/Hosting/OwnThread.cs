namespace Contacts.Generated.Testing;

/// <summary>Runs what blocks, as WireMock does while it starts and stops, on a thread of its own: the thread pool has only a few, and the server needs them.</summary>
internal static class OwnThread
{
    public static Task<T> RunAsync<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);

    public static Task RunAsync(Action work) => RunAsync(() =>
    {
        work();
        return true;
    });
}
