using System.Net;
using System.Text;
using CsCheck;

namespace Contacts.Generated.Tests;

/// <summary>Damaged answers to every operation, in both engines: a value or one of the documented exceptions, and nothing else.</summary>
public sealed class BodyFuzzTests
{
    private static readonly byte[][] _seeds =
    [
        .. Contract.Examples.Where(example => !example.IsRequest && example.Schema is not null).Select(example => Encoding.UTF8.GetBytes(example.Json)),
        "[]"u8.ToArray(),
        "{\"data\":null}"u8.ToArray(),
        "{\"items\":[{\"_id\":1e400,\"created_at\":\"2026-13-45\"}]}"u8.ToArray(),
    ];

    /// <summary>Pieces that readers have stumbled over.</summary>
    private static readonly byte[][] _pieces =
    [
        "null"u8.ToArray(), "\"\""u8.ToArray(), "1e999"u8.ToArray(), "-"u8.ToArray(), "\"\\ud800\""u8.ToArray(), "{"u8.ToArray(), "["u8.ToArray(), "}"u8.ToArray(),
        "]"u8.ToArray(), ","u8.ToArray(), ":"u8.ToArray(), "\"data\":"u8.ToArray(), "\"_id\":"u8.ToArray(), "\"$type\":\"x\","u8.ToArray(), [0xFF, 0xFE], [0x00],
        "9223372036854775808"u8.ToArray(), "/*c*/"u8.ToArray(), "'x'"u8.ToArray(), Encoding.UTF8.GetBytes(new string('[', 80)),
    ];

    private static readonly Gen<byte[]> _bodies = Gen.Select(
        Gen.Int[0, _seeds.Length - 1],
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 100_000], Gen.Int[0, _pieces.Length - 1], Gen.Byte).Array[1, 6],
        (seed, damages) => damages.Aggregate(_seeds[seed], (body, damage) => Damage(body, damage.Item1, damage.Item2, damage.Item3, damage.Item4)));

    private static readonly int[] _statuses = [200, 200, 400, 502];

    private static readonly string[] _operations = [.. OperationCalls.All.Keys];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_damaged_answer_ends_in_a_value_or_a_documented_exception(bool newtonsoft)
    {
        var body = Array.Empty<byte>();
        var options = new ContactsClientOptions { GatewayUrl = new Uri("https://gateway.example.com"), ApiKey = "api_test_key", MaxRetries = 0 };
        var client = new ContactsClient(newtonsoft ? options.UseNewtonsoftJson() : options, new HttpClient(new Answering(() => body)));

        await Gen.Select(_bodies, Gen.Int[0, _operations.Length - 1], Gen.Int[0, _statuses.Length - 1]).SampleAsync(
            async (damaged, operation, status) =>
            {
                body = [.. BitConverter.GetBytes(_statuses[status]), .. damaged];
                try
                {
                    (await OperationCalls.All[_operations[operation]](client)).Should().NotBeNull();
                }
                catch (ContactsException exception)
                {
                    exception.ToString().Should().NotBeEmpty();
                }
            },
            iter: 3000,
            threads: 1);
    }

    private static byte[] Damage(byte[] body, int kind, int place, int piece, byte value)
    {
        var at = body.Length == 0 ? 0 : place % body.Length;
        return kind switch
        {
            0 => body[..at],
            1 => [.. body[..at], .. _pieces[piece], .. body[at..]],
            2 => [.. body[..at], .. body[Math.Min(body.Length, at + 1 + (value % 16))..]],
            3 => [.. body[..at], value, .. body[Math.Min(body.Length, at + 1)..]],
            _ => [.. body, .. body[at..]],
        };
    }

    /// <summary>Answers with a status in the first four bytes and the body behind them.</summary>
    private sealed class Answering(Func<byte[]> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var bytes = answer();
            return Task.FromResult(new HttpResponseMessage((HttpStatusCode)BitConverter.ToInt32(bytes)) { Content = new ByteArrayContent(bytes[4..]), RequestMessage = request });
        }
    }
}
