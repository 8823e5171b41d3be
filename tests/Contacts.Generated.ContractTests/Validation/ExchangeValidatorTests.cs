namespace Contacts.Generated.ContractTests;

public class ExchangeValidatorTests
{
    private const string ListPointer = "#/paths/~1contacts/get";

    [Fact]
    public void An_exchange_that_the_contract_allows_has_no_violation()
    {
        foreach (var exchange in new[] { Exchanges.List, Exchanges.Conversations, Exchanges.MarkRead, Exchanges.Upload,
            Exchanges.Fallback })
        {
            ExchangeValidator.Validate(ContractDocument.Contacts, exchange).Should().BeEmpty(exchange.ToString());
        }
    }

    [Fact]
    public void A_path_of_no_operation_is_reported() =>
        Only(Exchanges.List with { Address = Exchanges.At("/nowhere") })
            .Should().BeEquivalentTo(new { Part = "request path", Pointer = "/channel-service/v1/nowhere", ContractPointer = "#/paths" });

    [Fact]
    public void A_path_outside_of_the_service_is_reported() =>
        Only(Exchanges.List with { Address = new Uri("http://localhost/contacts") }).Part.Should().Be("request path");

    [Fact]
    public void A_method_that_the_path_does_not_have_is_reported() =>
        Only(Exchanges.List with { Method = "PUT" }).Should().BeEquivalentTo(new { Part = "request method", Pointer = "/PUT" });

    [Fact]
    public void A_literal_path_goes_before_one_with_a_placeholder() =>
        Only(Exchanges.List with { Address = Exchanges.At("/contacts/_search?limit=5") }).Should().BeEquivalentTo(
            new { Part = "request query", Pointer = "/q", ContractPointer = "#/paths/~1contacts~1_search/get/parameters/0/required" });

    [Fact]
    public void A_path_parameter_is_checked_decoded() =>
        Only(Exchanges.Conversations with { Address = Exchanges.At("/contacts/%5Fx/conversations") }).Should().BeEquivalentTo(
            new
            {
                Part = "request path",
                Pointer = "/contactId",
                ContractPointer = "#/paths/~1contacts~1{contactId}~1conversations/get/parameters/0/schema/pattern"
            });

    [Theory]
    [InlineData("?offset=1", "/offset", "/parameters")]
    [InlineData("?limit=0", "/limit", "/parameters/0/schema/minimum")]
    [InlineData("?limit=ten", "/limit", "/parameters/0/schema/type")]
    [InlineData("?limit=1&limit=2", "/limit", "/parameters/0")]
    [InlineData("?sort=a,b", "/sort", "/parameters/2/schema/pattern")]
    public void A_query_parameter_that_is_wrong_is_reported(string query, string place, string rule) =>
        Only(Exchanges.List with { Address = Exchanges.At("/contacts" + query) }).Should().BeEquivalentTo(
            new { Part = "request query", Pointer = place, ContractPointer = ListPointer + rule });

    [Fact]
    public void A_request_without_a_credential_is_reported() =>
        Only(Exchanges.List with { RequestHeaders = Exchanges.Without(Exchanges.List.RequestHeaders, "x-api-key") })
            .Should().BeEquivalentTo(
            new { Part = "request header", ContractPointer = "#/security" });

    [Fact]
    public void A_token_without_its_organization_is_no_credential()
    {
        var headers = Exchanges.With(Exchanges.Without(Exchanges.List.RequestHeaders, "x-api-key"), "Authorization", "Bearer token");

        Only(Exchanges.List with { RequestHeaders = headers }).ContractPointer.Should().Be("#/security");
        ExchangeValidator.Validate(ContractDocument.Contacts, Exchanges.List
            with
        { RequestHeaders = Exchanges.With(headers, "x-organization-id", "org_1") }).Should().BeEmpty();
    }

    [Fact]
    public void A_header_that_nothing_declares_is_reported() =>
        Only(Exchanges.List with { RequestHeaders = Exchanges.With(Exchanges.List.RequestHeaders, "x-tenant", "1") })
            .Should().BeEquivalentTo(
            new { Part = "request header", Pointer = "/x-tenant", ContractPointer = ListPointer + "/parameters" });

    [Fact]
    public void An_answer_that_the_request_does_not_accept_is_reported() =>
        Only(Exchanges.List with { RequestHeaders = Exchanges.With(Exchanges.List.RequestHeaders, "Accept", "text/csv") })
            .Pointer.Should().Be("/Accept");

    [Fact]
    public void A_body_where_none_is_declared_is_reported() =>
        Only(Exchanges.List with { RequestBody = [1] })
            .Should().BeEquivalentTo(new { Part = "request body", ContractPointer = ListPointer + "/requestBody" });

    [Fact]
    public void A_body_that_is_missing_is_reported() =>
        Only(Exchanges.MarkRead with { RequestBody = [] }).Should().BeEquivalentTo(
            new { Part = "request body", ContractPointer = "#/paths/~1notifications~1read/put/requestBody/content" });

    [Fact]
    public void A_body_of_another_media_type_is_reported() =>
        Only(Exchanges.MarkRead with { RequestHeaders = Exchanges.With(Exchanges.MarkRead.RequestHeaders, "Content-Type", "text/json") })
            .Should().BeEquivalentTo(
            new { Part = "request header", Pointer = "/Content-Type" });

    [Fact]
    public void A_body_that_breaks_its_schema_is_reported_with_the_place() =>
        Only(Exchanges.MarkRead with { RequestBody = Exchanges.Utf8("""["not_1",5]""") }).Should().BeEquivalentTo(
            new
            {
                Part = "request body",
                Pointer = "/1",
                ContractPointer = "#/paths/~1notifications~1read/put/requestBody/content/application~1json/schema/items/type"
            });

    [Fact]
    public void The_fallback_is_checked_as_the_contract_describes_it() =>
        Only(Exchanges.Fallback with { RequestBody = Exchanges.Utf8("""{"ids":[]}""") }).Should().BeEquivalentTo(
            new
            {
                Part = "request body",
                Pointer = "/ids",
                ContractPointer = "#/paths/~1notifications~1dismiss/delete/x-fallback/requestBody/schema/properties/ids/minItems"
            });

    [Theory]
    [InlineData("other", "; filename=\"a.png\"")]
    [InlineData("file", "")]
    public void A_part_that_is_not_the_file_is_reported(string name, string more) =>
        ExchangeValidator.Validate(ContractDocument.Contacts, Exchanges.Upload with { RequestBody = Exchanges.Form(name, more) })
            .Should().Contain(violation => violation.Part == "request body" && violation.Pointer == "/" + name);

    [Fact]
    public void A_form_without_its_boundaries_is_reported() =>
        Only(Exchanges.Upload with { RequestBody = Exchanges.Utf8("--x\r\n") })
            .Should().BeEquivalentTo(new { Part = "request body", Pointer = "" });

    [Fact]
    public void A_status_that_is_not_declared_is_reported() =>
        Only(Exchanges.List with { Status = 418 }).Should().BeEquivalentTo(
            new { Part = "response status", Pointer = "/418", ContractPointer = ListPointer + "/responses" });

    [Fact]
    public void A_status_in_a_declared_range_is_declared() =>
        ExchangeValidator.Validate(ContractDocument.Contacts, Exchanges.List with { Status = 504, ResponseBody = Exchanges.Utf8("{}") })
            .Should().BeEmpty();

    [Fact]
    public void An_answer_without_the_request_id_is_reported() =>
        Only(Exchanges.List with { ResponseHeaders = Exchanges.Without(Exchanges.List.ResponseHeaders, "x-request-id") })
            .Should().BeEquivalentTo(
            new
            {
                Part = "response header",
                Pointer = "/x-request-id",
                ContractPointer = "#/paths/~1contacts/get/responses/200/headers/x-request-id",
            });

    [Fact]
    public void A_header_of_the_answer_that_is_not_declared_is_reported() =>
        Only(Exchanges.List with { ResponseHeaders = Exchanges.With(Exchanges.List.ResponseHeaders, "Retry-After", "1") })
            .Should().BeEquivalentTo(
            new { Part = "response header", Pointer = "/Retry-After", ContractPointer = ListPointer + "/responses/200/headers" });

    [Fact]
    public void An_answer_of_another_media_type_is_reported() =>
        Only(Exchanges.List with { ResponseHeaders = Exchanges.With(Exchanges.List.ResponseHeaders, "Content-Type", "text/html") })
            .Should().BeEquivalentTo(
            new { Part = "response header", Pointer = "/Content-Type", ContractPointer = ListPointer + "/responses/200/content" });

    [Fact]
    public void An_answer_that_breaks_its_schema_is_reported_with_the_place() =>
        Only(Exchanges.List with { ResponseBody = Exchanges.Utf8("""{"data":[{"id":"con_1"},{"id":5}]}""") }).Should().BeEquivalentTo(
            new { Part = "response body", Pointer = "/data/1/id", ContractPointer = "#/components/schemas/Contact/properties/id/type" });

    [Fact]
    public void An_answer_that_is_no_json_is_reported() =>
        Only(Exchanges.List with { ResponseBody = Exchanges.Utf8("{") }).Part.Should().Be("response body");

    private static Violation Only(RecordedExchange exchange) =>
        ExchangeValidator.Validate(ContractDocument.Contacts, exchange).Should().ContainSingle().Subject;
}
