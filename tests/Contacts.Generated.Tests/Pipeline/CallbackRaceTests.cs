using System.Collections.Concurrent;
using System.Net;

namespace Contacts.Generated.Tests;

/// <summary>
/// What a timer or a token calls runs on a thread where nobody catches: an exception there ends the process. Here every timer and every
/// cancellation is fired by the test, which keeps what comes out of it.
/// </summary>
public class CallbackRaceTests
{
    private const int Rounds = 10_000;

    private readonly ConcurrentQueue<Exception> _unhandled = [];

    [Fact]
    public async Task An_export_that_is_read_disposed_cancelled_and_timed_out_at_once_throws_only_at_its_reader()
    {
        var clock = new HandClock(_unhandled);
        using var client = Through(new Handler(static () => new TestBody("id\n1\n", TestBody.Stall)));
        var contacts = Client(client, clock);

        await RaceAsync(clock, async token =>
        {
            var export = await contacts.ExportCsvAsync(cancellationToken: CancellationToken.None);
            return [
                () => ReadAsync(export.Content, token),
                () => DisposeAsync(export),
            ];
        });
    }

    [Fact]
    public async Task A_call_that_is_answered_cancelled_and_timed_out_at_once_throws_only_at_its_caller()
    {
        var clock = new HandClock(_unhandled);
        TestBody? body = null;
        using var client = Through(new Handler(() => body = new TestBody("""{"id":""", TestBody.Stall, "\"con_1\"}")));
        var contacts = Client(client, clock);

        await RaceAsync(clock, token =>
        {
            var call = contacts.GetAsync("con_1", token);
            var answer = body!;
            return Task.FromResult<Func<Task>[]>([() => call, () => ResumeAsync(answer)]);
        });
    }

    [Fact]
    public async Task An_upload_that_is_sent_cancelled_and_timed_out_at_once_throws_only_at_its_caller()
    {
        var clock = new HandClock(_unhandled);
        TestBody? body = null;
        using var client = Through(new Handler(() => body = new TestBody("""{"url":""", TestBody.Stall, "\"https://files.test/x\"}")));
        var contacts = Client(client, clock);

        await RaceAsync(clock, token =>
        {
            var call = contacts.UploadAvatarAsync(Bench.Picture, cancellationToken: token);
            var answer = body!;
            return Task.FromResult<Func<Task>[]>([() => call, () => ResumeAsync(answer)]);
        });
    }

    [Fact]
    public async Task What_other_callbacks_on_the_token_throw_stays_out_of_timers()
    {
        var clock = new HandClock(_unhandled);
        using var client = Through(new Handler(static () => new GrumblingBody()));
        var contacts = Client(client, clock);
        using var cancel = new CancellationTokenSource();

        var timed = contacts.GetAsync("con_1");
        clock.Fire();
        var cancelled = contacts.ListAsync(cancellationToken: cancel.Token);
        Watch(cancel.Cancel);

        await timed.WaitAsync(HangGuard.Limit).Awaiting(static it => it).Should().ThrowAsync<ContactsTimeoutException>();
        await cancelled.WaitAsync(HangGuard.Limit).Awaiting(static it => it).Should().ThrowAsync<OperationCanceledException>();
        _unhandled.Should().BeEmpty();
    }

    /// <summary>Without a limit of its own, so that the pipeline's token is what the handler gets.</summary>
    private static HttpClient Through(HttpMessageHandler handler) => new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    private static ContactsClient Client(HttpClient client, TimeProvider clock) => new(
        new ContactsClientOptions { GatewayUrl = TestClients.Gateway, ApiKey = "api_test", TimeProvider = clock, MaxRetries = 0 }, client);

    /// <summary>Runs what a round prepares against its token and the timers, all at once.</summary>
    private async Task RaceAsync(HandClock clock, Func<CancellationToken, Task<Func<Task>[]>> prepare)
    {
        var random = new Random(20261128);
        for (var round = 0; round < Rounds && _unhandled.IsEmpty; round++)
        {
            // A source per round is not disposed: whoever still holds its token may register on it.
            var cancel = new CancellationTokenSource();
            var actors = await prepare(cancel.Token);
            var spins = new[] { random.Next(400), random.Next(400), random.Next(400) };
            var race = Task.WhenAll([
                .. actors.Select((actor, index) => Task.Run(() => EndAsync(actor, spins[index]))),
                Task.Run(() => FireAfter(spins[0], () => Watch(cancel.Cancel))),
                Task.Run(() => FireAfter(spins[1], clock.Fire)),
            ]);
            await race.WaitAsync(TimeSpan.FromSeconds(30));
            clock.Clear();
        }

        _unhandled.Should().BeEmpty();
    }

    private async Task EndAsync(Func<Task> actor, int spins)
    {
        Thread.SpinWait(spins);
        try
        {
            await actor();
        }
        catch (Exception exception) when (exception is ContactsException or OperationCanceledException or ObjectDisposedException)
        {
            // Told to who waits, which is right.
        }
        catch (Exception exception)
        {
            _unhandled.Enqueue(exception);
        }
    }

    private static void FireAfter(int spins, Action fire)
    {
        Thread.SpinWait(spins);
        fire();
    }

    private void Watch(Action callback)
    {
        try
        {
            callback();
        }
        catch (Exception exception)
        {
            _unhandled.Enqueue(exception);
        }
    }

    private static async Task ReadAsync(Stream content, CancellationToken token)
    {
        var buffer = new byte[64];
        while (await content.ReadAsync(buffer, token) > 0)
        {
        }
    }

    private static Task DisposeAsync(ContactsCsvExport export) => export.DisposeAsync().AsTask();

    private static Task ResumeAsync(TestBody body)
    {
        body.Resume();
        return Task.CompletedTask;
    }

    private sealed class Handler(Func<Stream> body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isExport = request.RequestUri!.AbsolutePath.EndsWith("csv", StringComparison.Ordinal);
            var content = new TestContent(body(), isExport ? "text/csv" : "application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }

    /// <summary>A stream of the application, which never brings anything and throws when its read is cancelled.</summary>
    private sealed class GrumblingBody : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.Register(static () => throw new InvalidOperationException("of a stream of the application"));
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>A clock whose timers go off when the test says so, whatever they were set to, and also after they were disposed.</summary>
    private sealed class HandClock(ConcurrentQueue<Exception> unhandled) : TimeProvider
    {
        private readonly ConcurrentQueue<HandTimer> _timers = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new HandTimer(() => callback(state));
            _timers.Enqueue(timer);
            return timer;
        }

        public void Fire()
        {
            foreach (var timer in _timers)
            {
                try
                {
                    timer.Callback();
                }
                catch (Exception exception)
                {
                    unhandled.Enqueue(exception);
                }
            }
        }

        public void Clear() => _timers.Clear();
    }

    /// <summary>As strict as a timer may be: after its disposal it cannot be set any more.</summary>
    private sealed class HandTimer(Action callback) : ITimer
    {
        private volatile bool _disposed;

        public Action Callback => callback;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return true;
        }

        public void Dispose() => _disposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
