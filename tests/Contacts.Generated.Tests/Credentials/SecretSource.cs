namespace Contacts.Generated.Tests;

/// <summary>A callback under the test's control: it counts its runs, and each run ends when the test says so.</summary>
internal sealed class SecretSource
{
    private readonly object _gate = new();
    private readonly List<Run> _runs = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _runs.Count;
            }
        }
    }

    public ValueTask<string> AskAsync(ContactsCredentialContext context, CancellationToken cancellationToken)
    {
        var run = new Run(context, cancellationToken);
        lock (_gate)
        {
            _runs.Add(run);
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return new ValueTask<string>(run.Answer.Task);
    }

    /// <summary>The run of this number, once it has begun.</summary>
    public async Task<Run> RunAsync(int number)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_runs.Count > number)
                {
                    return _runs[number];
                }

                changed = _changed.Task;
            }

            await changed;
        }
    }

    internal sealed class Run
    {
        public Run(ContactsCredentialContext context, CancellationToken token)
        {
            Context = context;
            token.Register(() => Cancelled.TrySetResult());
        }

        public ContactsCredentialContext Context { get; }

        public TaskCompletionSource<string> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
