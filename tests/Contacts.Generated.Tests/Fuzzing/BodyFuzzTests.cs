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

    private static readonly int[] _statuses = [200, 200, 400, 502];

    private static readonly string[] _operations = [.. OperationCalls.All.Keys];

    [Theory]
    [InlineData(false)]
#if !NETSTANDARD_BUILD
    [InlineData(true)]
#endif
    public async Task A_damaged_answer_ends_in_a_value_or_a_documented_exception(bool newtonsoft)
    {
        var body = Array.Empty<byte>();
        var options = new ContactsClientOptions { GatewayUrl = new Uri("https://gateway.example.com"), ApiKey = "api_test_key", MaxRetries = 0 };
#if !NETSTANDARD_BUILD
        options = newtonsoft ? options.UseNewtonsoftJson() : options;
#else
        newtonsoft.Should().BeFalse("this build reads with Newtonsoft.Json anyway");
#endif
        var client = new ContactsClient(options, new HttpClient(new Answering(() => body)));

        await Gen.Select(Damage.Of(_seeds), Gen.Int[0, _operations.Length - 1], Gen.Int[0, _statuses.Length - 1]).SampleAsync(
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
