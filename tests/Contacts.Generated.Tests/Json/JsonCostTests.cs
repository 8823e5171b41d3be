using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.Tests;

/// <summary>Few bytes can be many objects. What a body may cost is bounded by its length, and reading it ends with the call.</summary>
public class JsonCostTests
{
    private const int Large = 15_600_000;

    private static readonly (string Name, string Start, string Repeated, string End)[] _tooHeavy =
    [
        ("empty items of a page", "{\"data\":[{}", ",{}", "]}"),
        ("empty items of a list", "[{}", ",{}", "]"),
        ("empty items under another name", "{\"items\":[{}", ",{}", "]}"),
        ("lists in lists", "[{\"a\":[[]", ",[]", "]}]"),
        ("small values", "[{\"a\":[1", ",1", "]}]"),
        ("objects in objects", "[{\"a\":[{}", ",{\"a\":{}}", "]}]"),
    ];

    private static readonly (string Name, string Start, string Repeated, string End)[] _affordable =
    [
        ("nulls", "[{\"id\":\"x\"}", ",null", "]"),
        ("one object with many members", "[{\"a\":1", ",\"#\":1", "}]"),
        ("members of one name", "[{\"id\":\"x\"", ",\"id\":\"y\"", "}]"),
        ("contacts that have but an id", "[{\"id\":\"con_00000000-0000-0000-0000-000000000000\"}",
            ",{\"id\":\"con_00000000-0000-0000-0000-000000000000\"}", "]"),
        ("a text with nothing but braces", "[{\"id\":\"", "{", "\"}]"),
        ("unpaired surrogates", "[{\"a\":[\"\"", ",\"\\ud83d\"", "]}]"),
        ("unreadable members", "[{\"email\":{}", ",\"email\":{\"a name that takes its room on the wire\":1}", "}]"),
    ];

    public static TheoryData<Engine, string> TooHeavy => Engines.With([.. _tooHeavy.Select(shape => shape.Name)]);

    public static TheoryData<Engine, string> Affordable => Engines.With([.. _affordable.Select(shape => shape.Name)]);

    [Theory]
    [MemberData(nameof(TooHeavy))]
    public async Task A_body_of_tiny_values_is_refused_before_any_is_read(Engine engine, string name)
    {
        var body = Body(_tooHeavy.Single(shape => shape.Name == name));
        var operation = name.Contains("page", StringComparison.Ordinal) ? ContactsOperations.List : ContactsOperations.GetFiles;
        var client = FakeGateway.Answering(body).Client(engine);

        var error = (await FluentActions.Awaiting(() => OperationCalls.All[operation](client))
            .Should().ThrowAsync<ContactsInvalidResponseException>()).Which;

        error.Message.Should().Contain("values").And.Contain("Ask for fewer items");
    }

    [Theory]
    [MemberData(nameof(Affordable))]
    public void What_may_be_a_page_is_read_in_bounded_memory(Engine engine, string name)
    {
        var body = Body(_affordable.Single(shape => shape.Name == name));
        JsonCost.IsAffordable(body).Should().BeTrue();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var contacts = engine.ReadBytes<IReadOnlyList<Contact>>(body);

        contacts.Should().NotBeEmpty();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(60L * Large, "what is allocated, most of it for a moment");
    }

    [Fact]
    public void A_page_of_many_small_items_costs_little()
    {
        var page = Encoding.UTF8.GetBytes("{\"data\":[" + string.Join(',', Enumerable.Range(0, 50_000).Select(index => $$$"""{"id":"{{{index}}}","labels":["a","b"],"x":{}}""")) + "]}");

        JsonCost.IsAffordable(page).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Reading_ends_with_the_call(Engine engine)
    {
        // Both ways of reading: the library's, and that of a document with a value that cannot be read.
        foreach (var odd in (string[])["", ",\"email\":{}"])
        {
            var clock = new FakeTimeProvider();
            var body = Encoding.UTF8.GetBytes("{\"data\":[{\"id\":\"con_1\"" + odd + "}"
                + string.Concat(Enumerable.Repeat(",{\"id\":\"con_2\",\"remark\":\"none at all\"}", 40_000)) + "]}");
            var gateway = new FakeGateway(_ => new HttpResponseMessage
            {
                Content = new StreamContent(
                new LateStream(body, () => clock.Advance(TimeSpan.FromSeconds(26))))
            });

            var call = () =>
                gateway.Client(engine, options => (options.TimeProvider, options.Timeout) = (clock, TimeSpan.FromSeconds(25))).ListAsync();

            (await call.Should().ThrowAsync<ContactsTimeoutException>()).Which.Kind.Should().Be(TimeoutKind.Total);
        }
    }

    private static byte[] Body((string Name, string Start, string Repeated, string End) shape)
    {
        var body = new StringBuilder(shape.Start, Large + 100);
        for (var index = 0; body.Length < Large; index++)
        {
            body.Append(shape.Repeated.Contains('#', StringComparison.Ordinal)
                ? shape.Repeated.Replace("#", "name" + index, StringComparison.Ordinal)
                : shape.Repeated);
        }

        return Encoding.UTF8.GetBytes(body.Append(shape.End).ToString());
    }

    /// <summary>A body that has come whole just as the time is up.</summary>
    private sealed class LateStream(byte[] body, Action ended) : MemoryStream(body)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, CancellationToken.None);
            if (Position == Length)
            {
                ended();
            }

            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
