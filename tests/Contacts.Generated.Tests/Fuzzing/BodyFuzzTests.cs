using System.Diagnostics;
using System.Net;
using System.Text;
using CsCheck;

namespace Contacts.Generated.Tests;

/// <summary>
/// Damaged and hostile answers to every operation, in both engines: a value or one of the documented exceptions, in bounded time and
/// memory.
/// </summary>
public sealed class BodyFuzzTests
{
    private static readonly byte[][] _seeds =
    [
        .. Contract.Examples.Where(example => !example.IsRequest && example.Schema is not null)
            .Select(example => Encoding.UTF8.GetBytes(example.Json)),
        "[]"u8.ToArray(),
        "{\"data\":null}"u8.ToArray(),
        "{\"items\":[{\"_id\":1e400,\"created_at\":\"2026-13-45\"}]}"u8.ToArray(),
    ];

    private static readonly int[] _statuses = [200, 200, 400, 502];

    private static readonly string[] _operations = [.. OperationCalls.All.Keys];

    private static readonly string[] _oneOfEachKind =
    [
        ContactsOperations.List, ContactsOperations.Get, ContactsOperations.GetFiles, ContactsOperations.DismissAllNotifications,
        ContactsOperations.UploadAvatar, ContactsOperations.ExportCsv,
    ];

    /// <summary>Far more than a call takes on a busy machine, and far less than one that does not end well.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(10);

    private static readonly (string Name, string Start, string Repeated, string End)[] _hostile =
    [
        ("opened lists", "", "[", ""),
        ("opened objects", "", "{\"a\":", ""),
        ("empty items", "{\"data\":[{}", ",{}", "]}"),
        ("one name over and over", "{\"data\":{\"id\":\"x\"", ",\"id\":\"y\"", "}}"),
        ("a number of many digits", "{\"data\":{\"id\":\"x\",\"unknown\":1", "7", "}}"),
        ("a number of many digits as an id", "{\"id\":1", "7", "}"),
        ("a fraction of many digits", "{\"id\":\"x\",\"created_at\":0.1", "3", "}"),
        ("a number as a text of many digits", "{\"total\":\"1", "7", "\"}"),
        ("escapes", "{\"id\":\"", "\\u00e4", "\"}"),
        ("white space", "{", " \n", "}"),
        ("a time of many digits", "{\"created_at\":\"2026-01-02T03:04:05.", "6", "Z\"}"),
    ];

#if NETSTANDARD_BUILD
    public static TheoryData<bool> Libraries => [true];
#else
    public static TheoryData<bool> Libraries => [false, true];
#endif

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task A_damaged_answer_ends_in_a_value_or_a_documented_exception(bool newtonsoft)
    {
        var body = Array.Empty<byte>();
        var client = Client(newtonsoft, () => body);

        await Gen.Select(Damage.Of(_seeds), Gen.Int[0, _operations.Length - 1], Gen.Int[0, _statuses.Length - 1]).SampleAsync(
            async (damaged, operation, status) =>
            {
                body = [.. BitConverter.GetBytes(_statuses[status]), .. damaged];
                await BoundedAsync(client, _operations[operation], body.Length);
            },
            iter: 3000,
            threads: 1);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task A_megabyte_made_to_be_expensive_is_not(bool newtonsoft)
    {
        var body = Array.Empty<byte>();
        var client = Client(newtonsoft, () => body);
        foreach (var (_, start, repeated, end) in _hostile)
        {
            var text = new StringBuilder(start).Insert(start.Length, repeated, (1 << 20) / repeated.Length).Append(end).ToString();
            foreach (var status in (int[])[200, 400])
            {
                body = [.. BitConverter.GetBytes(status), .. Encoding.UTF8.GetBytes(text)];
                foreach (var operation in _oneOfEachKind)
                {
                    await BoundedAsync(client, operation, body.Length);
                }
            }
        }
    }

    private static ContactsClient Client(bool newtonsoft, Func<byte[]> answer)
    {
        var options =
            new ContactsClientOptions { GatewayUrl = new Uri("https://gateway.example.com"), ApiKey = "api_test_key", MaxRetries = 0 };
#if !NETSTANDARD_BUILD
        options = newtonsoft ? options.UseNewtonsoftJson() : options;
#endif
        return new ContactsClient(options, new HttpClient(new Answering(answer)));
    }

    private static async Task BoundedAsync(ContactsClient client, string operation, int length)
    {
        var thread = Environment.CurrentManagedThreadId;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        try
        {
            var answer = await OperationCalls.All[operation](client);
            answer.Should().NotBeNull();
            if (answer is ContactsCsvExport export)
            {
                await export.CopyToAsync(Stream.Null);
            }
        }
        catch (ContactsException exception)
        {
            exception.ToString().Should().NotBeEmpty();
        }

        Stopwatch.GetElapsedTime(started).Should().BeLessThan(_longest, "{0} bytes answered {1}", length, operation);
        if (Environment.CurrentManagedThreadId == thread)
        {
            (GC.GetAllocatedBytesForCurrentThread() - allocated)
                .Should().BeLessThan((1 << 20) + (200L * length), "{0} bytes answered {1}", length, operation);
        }
    }

    /// <summary>Answers with a status in the first four bytes and the body behind them.</summary>
    private sealed class Answering(Func<byte[]> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var bytes = answer();
            return Task.FromResult(new HttpResponseMessage((HttpStatusCode)BitConverter.ToInt32(bytes))
            { Content = new ByteArrayContent(bytes[4..]), RequestMessage = request });
        }
    }
}
