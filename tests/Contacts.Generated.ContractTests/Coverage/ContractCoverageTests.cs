namespace Contacts.Generated.ContractTests;

public class ContractCoverageTests
{
    [Fact]
    public void Without_traffic_everything_is_missing()
    {
        var coverage = new ContractCoverage(ContractDocument.Contacts);

        coverage.Missing.Should().HaveCount(coverage.Total).And.Contain([
            "list: the operation",
            "list: the query parameter limit",
            "list: the status 200 as application/json with the example firstPage",
            "list: the status 5XX as text/html with the example badGateway",
            "list: the status 429 with the header Retry-After",
            "get: the path parameter contactId",
            "update: the request's body as application/json",
            "update: the request's body with the example clearPicture",
            "dismissNotification: the fallback",
            "the credential BearerJwt with OrganizationId",
        ]);
    }

    [Fact]
    public void An_exchange_counts_for_what_it_shows_and_for_nothing_else()
    {
        var coverage = new ContractCoverage(ContractDocument.Contacts);
        var before = coverage.Missing;

        coverage.Add(Exchanges.List);

        before.Except(coverage.Missing).Should().BeEquivalentTo(
            "list: the operation",
            "list: the query parameter limit",
            "list: the status 200",
            "list: the status 200 with the header x-request-id",
            "list: the status 200 as application/json",
            "the credential ApiKey");
    }

    [Fact]
    public void An_example_is_one_whatever_the_order_of_its_members()
    {
        var coverage = new ContractCoverage(ContractDocument.Contacts);
        var example = """{"total":0,"count":0,"has_more":false,"nested":{},"object_name":"list","data":[],"page":null}""";

        coverage.Add(Exchanges.List with { Address = Exchanges.At("/contacts/_search?q=a"), ResponseBody = Exchanges.Utf8(example) });

        coverage.Missing.Should().NotContain("search: the status 200 as application/json with the example noMatch")
            .And.Contain("search: the status 200 as application/json with the example oneMatch");
    }

    [Fact]
    public void A_request_that_leaves_out_a_null_is_not_the_example_that_sends_it()
    {
        var coverage = new ContractCoverage(ContractDocument.Contacts);
        var update = Exchanges.MarkRead with { Address = Exchanges.At("/contacts/con_1"), RequestBody = Exchanges.Utf8("{}") };

        coverage.Add(update);
        coverage.Missing.Should().Contain("update: the request's body with the example clearPicture");
        coverage.Add(update with { RequestBody = Exchanges.Utf8("""{"avatar_url":null}""") });
        coverage.Missing.Should().NotContain("update: the request's body with the example clearPicture");
    }
}
