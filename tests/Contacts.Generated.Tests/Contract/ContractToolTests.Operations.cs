namespace Contacts.Generated.Tests;

public sealed partial class ContractToolTests
{
    [Fact]
    public void A_missing_operation_id_is_reported_at_its_method() =>
        BrokenContract.By("      operationId: getThing\n", "").IsReported("CTR010", at: "get:", "GET /things/{thingId}", "operationId");

    [Theory]
    [InlineData("getThing")]
    [InlineData("get_thing")]
    [InlineData("get thing")]
    public void A_second_operation_of_the_same_name_is_reported_with_both_places(string id) =>
        BrokenContract.By("operationId: addThing", $"operationId: {id}")
            .IsReported("CTR011", at: $"operationId: {id}", id, "POST /things", "GET /things/{thingId}", "line of operationId: getThing");

    [Theory]
    [InlineData("get thing")]
    [InlineData("1st")]
    [InlineData("things/get")]
    [InlineData("größe.holen")]
    public void Any_text_can_be_an_operation_id(string id) =>
        BrokenContract.By("operationId: getThing", $"operationId: {id}").Findings.Should().BeEmpty();

    [Fact]
    public void A_callback_is_reported() =>
        BrokenContract.By("operationId: addThing", "operationId: addThing\n      callbacks: {}")
            .IsReported("CTR041", at: "callbacks", "'callbacks'", "POST /things");

    [Fact]
    public void A_webhook_is_reported() =>
        BrokenContract.By("paths:", "webhooks: {}\npaths:").IsReported("CTR041", at: "webhooks", "'webhooks'");
}
