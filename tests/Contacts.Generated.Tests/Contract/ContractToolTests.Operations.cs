namespace Contacts.Generated.Tests;

public sealed partial class ContractToolTests
{
    [Fact]
    public void A_missing_operation_id_is_reported_at_its_method() =>
        BrokenContract.By("      operationId: getThing\n", "").IsReported("CTR010", at: "get:", "GET /things/{thingId}", "operationId");

    [Theory]
    [InlineData("getThing")]
    [InlineData("GETTHING")]
    [InlineData("get_thing")]
    public void A_second_operation_of_the_same_name_is_reported_with_both_places(string id) =>
        BrokenContract.By("operationId: addThing", $"operationId: {id}")
            .IsReported("CTR011", at: $"operationId: {id}", id, "POST /things", "GET /things/{thingId}", "line of operationId: getThing");

    [Theory]
    [InlineData("get thing")]
    [InlineData("1st")]
    [InlineData("things/get")]
    public void An_operation_id_that_is_no_CSharp_name_is_reported(string id) =>
        BrokenContract.By("operationId: getThing", $"operationId: {id}").IsReported("CTR012", at: id, id, "GET /things/{thingId}");

    [Fact]
    public void A_callback_is_reported() =>
        BrokenContract.By("operationId: addThing", "operationId: addThing\n      callbacks: {}")
            .IsReported("CTR041", at: "callbacks", "'callbacks'");

    [Fact]
    public void A_webhook_is_reported() =>
        BrokenContract.By("paths:", "webhooks: {}\npaths:").IsReported("CTR041", at: "webhooks", "'webhooks'");
}
