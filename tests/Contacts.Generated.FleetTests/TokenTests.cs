using System.Net;
using System.Text;
using Contacts.Generated.Testing;

namespace Contacts.Generated.FleetTests;

/// <summary>Processes that share a token in a cache ask for it once, and once more when it is refused.</summary>
[Collection(nameof(RedisServer))]
public sealed class TokenTests(RedisServer redis)
{
    [Fact]
    public async Task Three_processes_ask_for_one_token_and_for_one_more_when_that_is_refused()
    {
        await using var emulator = await ContactsEmulator.StartAsync();

        // Whoever asks first gets a token that the service refuses.
        await using var issuer = new Issuer("acc_unknown_1", "acc_2");
        var arguments = new[] { "token", emulator.GatewayUrl.ToString(), redis.Address, issuer.Address };
        var fleet = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => FleetProcess.StartAsync(arguments)));

        await Task.WhenAll(fleet.Select(static process => process.BeginAsync()));
        var said = await Task.WhenAll(fleet.Select(static process => process.EndAsync()));
        Array.ForEach(fleet, static process => process.Dispose());

        said.Should().Equal("done", "done", "done");
        issuer.Count.Should().Be(2);
        var sent = emulator.Requests.Select(static request => request.Headers["x-access-token"]).ToList();
        sent.Count(static token => token == "acc_2").Should().Be(3 * 20);
        sent.Should().OnlyContain(static token => token == "acc_unknown_1" || token == "acc_2");
    }

    [Fact]
    public void The_README_shows_what_runs_here()
    {
        var code = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "SharedCredential.cs"));

        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).Should()
            .Contain(code[code.IndexOf("/// <summary>", StringComparison.Ordinal)..]);
    }

    /// <summary>Gives out tokens, and counts them.</summary>
    private sealed class Issuer : IAsyncDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly Task _answering;
        private int _count;

        public Issuer(params string[] tokens)
        {
            using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
            }

            _listener.Prefixes.Add(Address);
            _listener.Start();
            _answering = AnswerAsync(tokens);
        }

        public string Address { get; }

        public int Count => Volatile.Read(ref _count);

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _answering;
            _listener.Close();
        }

        private async Task AnswerAsync(string[] tokens)
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    var number = Interlocked.Increment(ref _count) - 1;
                    await context.Response.OutputStream.WriteAsync(Encoding.ASCII.GetBytes(tokens[Math.Min(number, tokens.Length - 1)]));
                    context.Response.Close();
                }
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // The test has ended.
            }
        }
    }
}
