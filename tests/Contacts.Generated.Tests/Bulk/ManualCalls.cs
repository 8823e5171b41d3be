using System.Runtime.CompilerServices;

namespace Contacts.Generated.Tests;

/// <summary>Calls whose every answer is given by the test, for the items of a sequence that counts what is read of it.</summary>
internal sealed class ManualCalls
{
    private readonly Dictionary<string, TaskCompletionSource<string>> _pending = [];

    /// <summary>The items whose calls were begun, in order.</summary>
    public List<string> Begun { get; } = [];

    public List<string> Cancelled { get; } = [];

    /// <summary>How many items were asked for.</summary>
    public int Read { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>Whether a call ends when its token is cancelled.</summary>
    public bool HeedsTokens { get; init; } = true;

    /// <summary>Waited for before each item; nothing by default.</summary>
    public Func<int, CancellationToken, Task> BeforeItem { get; init; } = static (_, _) => Task.CompletedTask;

    public BulkCalls<string, string> Over(
        IEnumerable<string> items, int maxConcurrency = 4, CancellationToken cancellationToken = default) =>
        new(SourceAsync(items, CancellationToken.None), static item => item, CallAsync, maxConcurrency, cancellationToken);

    public void Answer(string item) => _pending[item].SetResult(item + "!");

    public void Fail(string item, Exception exception) => _pending[item].SetException(exception);

    private Task<string> CallAsync(string item, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        Begun.Add(item);
        _pending[item] = answer;
        cancellationToken.Register(() =>
        {
            if (!answer.Task.IsCompleted)
            {
                Cancelled.Add(item);
            }

            if (HeedsTokens)
            {
                answer.TrySetCanceled(cancellationToken);
            }
        });
        return answer.Task;
    }

    private async IAsyncEnumerable<string> SourceAsync(
        IEnumerable<string> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            foreach (var item in items)
            {
                await BeforeItem(Read++, cancellationToken);
                yield return item;
            }
        }
        finally
        {
            IsDisposed = true;
        }
    }
}
