using System.Globalization;
using System.Net;

namespace Contacts.Generated.Tests;

public class SharedClientTests
{
    [Fact]
    public async Task Many_callers_get_their_own_answers_and_their_own_receipts()
    {
        // What a contact's number says is what becomes of the call, so a receipt of another call would show.
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        var handler = new ScriptedHandler(Answer.From((request, _) =>
        {
            var id = request.RequestUri!.Segments[^1];
            var attempt = seen.AddOrUpdate(id, 1, static (_, count) => count + 1);
            var status = attempt <= int.Parse(id.AsSpan(4), CultureInfo.InvariantCulture) % 3
                ? HttpStatusCode.ServiceUnavailable
                : HttpStatusCode.OK;
            return Task.FromResult(new HttpResponseMessage(status) { Content = new TestContent(new TestBody($$"""{"id":"{{id}}"}""")) });
        }));
        var client = new ContactsClient(
            new ContactsClientOptions { GatewayUrl = new Uri("http://gateway.test"), ApiKey = "api_test", RetryDelay = TimeSpan.Zero },
            new HttpClient(handler));
        var wrong = 0;

        await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(async () =>
        {
            for (var call = 0; call < 200; call++)
            {
                var number = (caller * 200) + call;
                var id = "con_" + number.ToString(CultureInfo.InvariantCulture);
                var response = await client.WithResponse.GetAsync(id);
                var receipts = response.Attempts.Select(static attempt => attempt.Status);
                if (response.Value.Id != id || !receipts.SequenceEqual([.. Enumerable.Repeat<int?>(503, number % 3), 200]))
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        })));

        seen.Should().HaveCount(64 * 200);
        wrong.Should().Be(0);
    }

    [Fact]
    public async Task A_call_that_succeeds_throws_nothing_on_the_way()
    {
        foreach (var operation in Operations.All)
        {
            var bench = new Bench(Answer.Of(200, operation.Good, operation.MediaType));
            (await operation.OutcomeAsync(bench.Client, CancellationToken.None)).Failure.Should().BeNull();

            // Other tests throw at the same time, on other threads and in other flows; those of this flow bear a mark.
            var mark = new AsyncLocal<bool>();
            var thrown = new List<Exception>();
            void Note(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs args)
            {
                if (mark.Value)
                {
                    lock (thrown)
                    {
                        thrown.Add(args.Exception);
                    }
                }
            }

            AppDomain.CurrentDomain.FirstChanceException += Note;
            try
            {
                mark.Value = true;
                await operation.OutcomeAsync(bench.Client, CancellationToken.None);
            }
            finally
            {
                mark.Value = false;
                AppDomain.CurrentDomain.FirstChanceException -= Note;
            }

            thrown.Should().BeEmpty("{0} succeeds", operation.Name);
        }
    }
}
