using System.Globalization;

namespace Contacts.Generated.Tests;

/// <summary>Many contacts changed and deleted through the client: each item is a call like any other.</summary>
public class BulkClientTests
{
    [Fact]
    public async Task Each_item_is_a_call_and_a_result()
    {
        var gateway = new FakeGateway(static sent => FakeGateway.Json($$$"""{"data":{"id":"{{{sent.Path["contacts/".Length..]}}}"}}"""));
        var updates = Enumerable.Range(0, 100)
            .Select(number => ($"con_{number}", new UpdateContactInput { Remark = number.ToString(CultureInfo.InvariantCulture) }));

        var results = await gateway.Client().UpdateManyAsync(updates).ToListAsync();

        results.Select(result => result.Index).Should().BeEquivalentTo(Enumerable.Range(0, 100).Select(number => (long)number));
        results.Should().OnlyContain(result => result.Id == $"con_{result.Index}" && result.IsSuccess && result.Value!.Id == result.Id);
        gateway.Requests.Select(sent => $"{sent.Method} {sent.Path} {sent.Text}").Should().BeEquivalentTo(
            results.Select(result => $$"""PUT contacts/con_{{result.Index}} {"remark":"{{result.Index}}"}"""));
    }

    [Fact]
    public async Task A_bad_item_is_its_own_result_and_is_not_sent()
    {
        var gateway = new FakeGateway();
        var client = gateway.Client();
        (string, UpdateContactInput)[] updates = [("con_1", null!), ("", new()), (null!, new()), ("..", new()), ("con_2", new())];

        var updated = await client.UpdateManyAsync(updates).ToListAsync();
        var deleted = await client.DeleteManyAsync([null!, "con_3", " ", "_search"]).ToListAsync();

        updated.Where(result => result.IsSuccess).Should().ContainSingle().Which.Id.Should().Be("con_2");
        updated.Where(result => !result.IsSuccess).Select(result => ((ArgumentException)result.Exception!).ParamName)
            .Should().BeEquivalentTo("input", "contactId", "contactId", "contactId");
        updated.Single(result => result.Index == 2).Id.Should().BeEmpty();
        deleted.Where(result => result.IsSuccess).Should().ContainSingle().Which.Id.Should().Be("con_3");
        gateway.Requests.Select(sent => sent.Path).Should().Equal("contacts/con_2", "contacts/con_3");
    }

    [Fact]
    public async Task A_call_is_repeated_as_a_single_one_is_and_gives_one_result()
    {
        var bench = new Bench(Answer.Of(503), Answer.Of(503), Answer.Of(204), Answer.Of(403), Answer.Json("{}"));

        var results = await bench.Client
            .DeleteManyAsync(["con_1", "con_2", "con_3"], new ContactsBulkOptions { MaxConcurrency = 1 }).ToListAsync();

        results.Select(result => (result.Id, result.IsSuccess)).Should().Equal(("con_1", true), ("con_2", false), ("con_3", true));
        results[1].Exception.Should().BeOfType<ContactsPermissionException>();
        bench.Handler.Requests.Select(static request => $"{request.Method} {request.Path}").Should().Equal(
            new[] { 1, 1, 1, 2, 3 }.Select(static number => $"DELETE /channel-service/v1/contacts/con_{number}"));
    }

    [Fact]
    public async Task An_id_that_comes_twice_is_called_twice()
    {
        var gateway = new FakeGateway();

        var results = await gateway.Client().DeleteManyAsync(["con_1", "con_1"]).ToListAsync();

        results.Select(result => result.Index).Should().BeEquivalentTo([0L, 1L]);
        gateway.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_list_that_is_read_meanwhile_may_be_the_sequence()
    {
        var gateway = new FakeGateway(static sent => sent.Method == "GET"
            ? FakeGateway.Json("""{"data":[{"id":"con_1"},{"id":"con_2"}],"has_more":false,"count":2}""")
            : FakeGateway.Json("""{"id":"con_x"}"""));
        var client = gateway.Client();

        var results = await client.UpdateManyAsync(UpdatesAsync()).ToListAsync();

        results.Select(result => result.Id).Should().BeEquivalentTo("con_1", "con_2");

        async IAsyncEnumerable<(string, UpdateContactInput)> UpdatesAsync()
        {
            await foreach (var contact in client.ListAllAsync())
            {
                yield return (contact.Id, new UpdateContactInput { Remark = "seen" });
            }
        }
    }

    [Fact]
    public async Task A_view_and_a_stand_in_make_the_calls()
    {
        var gateway = new FakeGateway();
        var view = gateway.Client().WithOptions(new ContactsRequestOptions { OrganizationId = "org_9" });

        await view.DeleteManyAsync(["con_1"]).ToListAsync();
        var stood = await new StandIn().DeleteManyAsync(["con_1"]).ToListAsync();

        gateway.Single.Headers.Should().Contain("x-organization-id", "org_9");
        stood.Should().ContainSingle().Which.Value!.Message.Should().Be("stood in");
    }

    [Fact]
    public void What_cannot_work_is_refused_when_the_method_is_called_and_nothing_is_sent_before_the_enumeration()
    {
        var gateway = new FakeGateway();
        var client = gateway.Client();

        client.Invoking(it => it.DeleteManyAsync((IEnumerable<string>)null!))
            .Should().Throw<ArgumentNullException>().WithParameterName("contactIds");
        client.Invoking(it => it.DeleteManyAsync((IAsyncEnumerable<string>)null!))
            .Should().Throw<ArgumentNullException>().WithParameterName("contactIds");
        client.Invoking(it => it.UpdateManyAsync((IEnumerable<(string, UpdateContactInput)>)null!))
            .Should().Throw<ArgumentNullException>().WithParameterName("updates");
        client.Invoking(it => it.UpdateManyAsync((IAsyncEnumerable<(string, UpdateContactInput)>)null!))
            .Should().Throw<ArgumentNullException>().WithParameterName("updates");
        foreach (var wrong in (int[])[0, -1, 65])
        {
            client.Invoking(it => it.DeleteManyAsync(["con_1"], new ContactsBulkOptions { MaxConcurrency = wrong }))
                .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("options").WithMessage("*from 1 to 64*");
        }

        _ = client.DeleteManyAsync(["con_1"]);
        gateway.Requests.Should().BeEmpty();
        new ContactsBulkOptions().MaxConcurrency.Should().Be(4);
    }

    [Fact]
    public async Task A_later_change_of_the_options_has_no_effect()
    {
        var options = new ContactsBulkOptions { MaxConcurrency = 1 };
        var deletions = new FakeGateway().Client().DeleteManyAsync(["con_1", "con_2"], options);
        options.MaxConcurrency = 0;

        (await deletions.ToListAsync()).Select(result => result.Id).Should().Equal("con_1", "con_2");
    }

    [Fact]
    public void A_test_can_make_results()
    {
        var failed = new ContactsBulkResult<Contact>(1, "con_1", new IOException("x"));

        (failed.IsSuccess, failed.Value).Should().Be((false, null));
        new ContactsBulkResult<Contact>(0, "con_1", new Contact { Id = "con_1" }).IsSuccess.Should().BeTrue();
        FluentActions.Invoking(() => new ContactsBulkResult<Contact>(0, "con_1", (Exception)null!)).Should().Throw<ArgumentNullException>();
    }

    private sealed class StandIn : ContactsClient
    {
        public override Task<DeletionResult> DeleteAsync(string contactId, CancellationToken cancellationToken = default) =>
            Task.FromResult(new DeletionResult { Message = "stood in" });
    }
}
