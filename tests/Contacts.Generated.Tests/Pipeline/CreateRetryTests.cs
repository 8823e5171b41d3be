using System.Net.Sockets;

namespace Contacts.Generated.Tests;

/// <summary>A contact or a comment that may exist already is not made twice.</summary>
public class CreateRetryTests
{
    private static readonly CreateContactInput _input = new() { Name = "Test Person" };

    [Fact]
    public async Task A_refusal_for_now_means_that_nothing_was_made_so_it_is_sent_again()
    {
        var bench = new Bench(Answer.Of(429), Answer.Of(429), Answer.Json(Bench.Contact, 201));

        var response = await bench.Client.WithResponse.CreateAsync(_input);

        response.Attempts.Select(static attempt => attempt.Status).Should().Equal(429, 429, 201);
        bench.Handler.Requests.Should().OnlyContain(request => request.Body == """{"display_name":"Test Person"}""");
    }

    [Fact]
    public async Task A_connection_that_never_stood_is_tried_again()
    {
        var bench = new Bench(Refused(), Refused(), Answer.Json(Bench.Comment));

        var response = await bench.Client.WithResponse.CreateCommentAsync("con_1", new CreateCommentInput { Text = "Called back." });

        response.Value.Text.Should().Be("Called back.");
        response.Attempts.Select(static attempt => attempt.Error).Should().Equal("connection_error", "connection_error", null);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task An_answer_after_which_the_contact_may_exist_is_not_tried_again(int status)
    {
        var bench = new Bench(Answer.Of(status, headers: ("Retry-After", "1")));

        var error = (await bench.Client.Awaiting(static it => it.CreateAsync(_input)).Should().ThrowAsync<ContactsApiException>()).Which;

        error.IsTransient.Should().BeTrue("the caller may look for the contact and decide");
        error.Attempts.Should().ContainSingle();
        bench.Handler.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_connection_that_broke_after_the_body_is_not_tried_again()
    {
        var bench = new Bench(Answer.Throws(static () => new HttpRequestException("reset")));

        await bench.Client.Awaiting(static it => it.CreateAsync(_input)).Should().ThrowAsync<ContactsConnectionException>();

        bench.Handler.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_body_that_a_handler_has_copied_may_have_been_sent()
    {
        var bench = new Bench(Answer.From(
            static async (request, cancellationToken) =>
            {
                await request.Content!.LoadIntoBufferAsync(cancellationToken);
                throw new HttpRequestException("reset");
            },
            takesContent: false));

        await bench.Client.Awaiting(static it => it.CreateAsync(_input)).Should().ThrowAsync<ContactsConnectionException>();

        bench.Handler.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_deletion_is_repeated_and_then_not_found_if_the_first_one_was_processed()
    {
        var bench = new Bench(Answer.Of(502), Answer.Json("""{"message":"Not Found"}""", 404));

        var error = (await bench.Client.Awaiting(static it => it.DeleteAsync("con_1")).Should().ThrowAsync<ContactsNotFoundException>())
            .Which;

        error.Attempts.Select(static attempt => attempt.Status).Should().Equal(502, 404);
    }

    private static Answer Refused() =>
        Answer.Throws(
            static () => new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused)), beforeContent: true);
}
