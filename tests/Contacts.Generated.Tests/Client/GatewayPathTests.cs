using System.Diagnostics;

namespace Contacts.Generated.Tests;

/// <summary>A gateway of one's own lives below a path, such as http://host:6868/api.</summary>
public class GatewayPathTests
{
    public static TheoryData<string, string> Calls
    {
        get
        {
            var calls = new TheoryData<string, string>();
            foreach (var operation in OperationCalls.All.Keys)
            {
                calls.Add(operation, "http://gateway.example:6868/api");
                calls.Add(operation, "http://gateway.example:6868/api/");
                calls.Add(operation, "http://gateway.example:6868/a/b%20c");
            }

            return calls;
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Every_operation_stands_below_it(string operation, string root)
    {
        var plain = new FakeGateway();
        var below = new FakeGateway();

        await OperationCalls.All[operation](plain.Client());
        await OperationCalls.All[operation](below.Client(options => options.GatewayUrl = new Uri(root)));

        below.Single.Address.AbsoluteUri.Should().Be(root.TrimEnd('/') + plain.Single.Address.PathAndQuery);
    }

    [Fact]
    public async Task A_span_has_the_same_template()
    {
        Activity? seen = null;
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Contacts.Generated",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        var gateway = new FakeGateway(_ =>
        {
            seen = Activity.Current;
            return FakeGateway.Json("""{"data":{"id":"con_1"}}""");
        });

        await gateway.Client(options => options.GatewayUrl = new Uri("http://gateway.example:6868/api")).GetAsync("con_1");

        seen!.GetTagItem("url.template").Should().Be("contacts/{contactId}");
        seen.GetTagItem("server.address").Should().Be("gateway.example");
        seen.GetTagItem("server.port").Should().Be(6868);
    }

    [Fact]
    public async Task A_continuation_belongs_to_the_gateway_with_its_path_however_it_is_written()
    {
        var page = await FirstPageAsync("http://gateway.example:6868/api");

        var paging = new ContactsPagingOptions { Continuation = page.Continuation };
        Client("http://gateway.example:6868/api/").Invoking(it => it.ListAllAsync(paging: paging)).Should().NotThrow();
        Client("http://gateway.example:6868/other")
            .Invoking(it => it.ListAllAsync(paging: paging)).Should().Throw<ArgumentException>().WithMessage("*another gateway*");
    }

    private static async Task<ContactsPage<Contact>> FirstPageAsync(string root)
    {
        await foreach (var page in Client(root).ListAllAsync(paging: new ContactsPagingOptions { PageSize = 2 }).AsPages())
        {
            return page;
        }

        throw new InvalidOperationException("There is no page.");
    }

    private static ContactsClient Client(string root) =>
        new FakeGateway(static _ => FakeGateway.Json("""{"data":[{"id":"a"},{"id":"b"}],"has_more":true,"count":9}""")).Client(options => options.GatewayUrl = new Uri(root));
}
