using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Contacts.Generated.Sync.Tests;

/// <summary>
/// Counts the steps of a mirror (before each call to the service, before each commit and after it) and does something at one of them, such
/// as failing there.
/// </summary>
internal sealed class Steps : DbTransactionInterceptor
{
    private readonly AsyncLocal<bool> _isInside = new();
    private int _count;

    /// <summary>What to do at a step, of which it gets the number, from 1 on, and the name.</summary>
    public Func<int, string, Task>? At { get; set; }

    public int Count => _count;

    /// <summary>Makes one step fail.</summary>
    public void FailAt(int number)
    {
        _count = 0;
        At = (step, name) => step == number ? throw new StepFailedException(name) : Task.CompletedTask;
    }

    /// <summary>A handler that tells of the calls.</summary>
    public DelegatingHandler Handler() => new CallHandler(this);

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await TakeAsync("before commit");
        return result;
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        TakeAsync("after commit");

    private async Task TakeAsync(string name)
    {
        // What is done at a step takes steps, too, which do not count.
        if (!_isInside.Value)
        {
            _isInside.Value = true;
            await (At?.Invoke(Interlocked.Increment(ref _count), name) ?? Task.CompletedTask);
            _isInside.Value = false;
        }
    }

    private sealed class CallHandler(Steps steps) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await steps.TakeAsync("call");
            return await base.SendAsync(request, cancellationToken);
        }
    }
}

/// <summary>Stands for the end of a process, or of its connection, at a step.</summary>
internal sealed class StepFailedException(string step) : Exception("Failed on purpose: " + step);
