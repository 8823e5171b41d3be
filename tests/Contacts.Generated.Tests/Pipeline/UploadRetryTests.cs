using System.Net.Sockets;

namespace Contacts.Generated.Tests;

public class UploadRetryTests
{
    private const string Done = """{"url":"https://files.test/x.png"}""";

    [Fact]
    public async Task A_refusal_for_now_means_that_nothing_was_stored_so_it_is_sent_again()
    {
        var bench = new Bench(Answer.Of(429), Answer.Json(Done));

        var response = await bench.Client.WithResponse.UploadAvatarAsync(Bench.Picture);

        response.Value.Url.Should().Be("https://files.test/x.png");
        response.Attempts.Select(static attempt => attempt.Status).Should().Equal(429, 200);
        bench.Handler.Requests[1].Body.Should().Contain("picture.png").And.Contain("\u0001\u0002\u0003");
    }

    [Fact]
    public async Task A_connection_that_failed_before_a_byte_of_the_file_was_sent_is_tried_again()
    {
        var bench = new Bench(Refused(), Refused(), Answer.Json(Done));

        var response = await bench.Client.WithResponse.UploadAvatarAsync(Bench.Picture);

        response.Attempts.Select(static attempt => attempt.Error).Should().Equal("connection_error", "connection_error", null);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task An_answer_after_which_the_file_may_be_stored_is_not_tried_again(int status)
    {
        var bench = new Bench(Answer.Of(status, headers: ("Retry-After", "1")));

        var error = (await bench.Client.Awaiting(static it => it.UploadAvatarAsync(Bench.Picture))
            .Should().ThrowAsync<ContactsApiException>()).Which;

        error.IsTransient.Should().BeTrue("the caller may decide to send it again");
        error.Attempts.Should().ContainSingle();
        bench.Handler.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_connection_that_broke_after_bytes_of_the_file_is_not_tried_again()
    {
        var bench = new Bench(Answer.Throws(static () => new HttpRequestException("reset")));

        await bench.Client.Awaiting(static it => it.UploadAvatarAsync(Bench.Picture)).Should().ThrowAsync<ContactsConnectionException>();

        bench.Handler.Count.Should().Be(1);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_after_success_is_not_tried_again()
    {
        var bench = new Bench(Answer.Of(200, new TestBody("{", new IOException("reset"))));

        await bench.Client.Awaiting(static it => it.UploadAvatarAsync(Bench.Picture)).Should().ThrowAsync<ContactsConnectionException>();

        bench.Handler.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_rewound_is_sent_again_only_if_nobody_has_read_it()
    {
        var bench = new Bench(Refused(), Answer.Of(429), Answer.Json(Done));
        var content = UploadContent.FromStream(new SyntheticStream(3), "picture.png");

        var error = (await bench.Client.Awaiting(it => it.UploadAvatarAsync(content)).Should().ThrowAsync<ContactsRateLimitException>())
            .Which;

        error.Attempts.Select(static attempt => (attempt.Status, attempt.Error)).Should().Equal((null, "connection_error"), (429, null));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 1)]
    public async Task What_the_callers_own_stream_throws_is_theirs_and_not_tried_again(long after, int requests)
    {
        var fault = new InvalidOperationException("the caller's");
        var bench = new Bench(Answer.Json(Done));
        var content = UploadContent.FromStream(
            new SyntheticStream(3) { OnRead = position => _ = position < after ? 0 : throw fault }, "picture.png");

        (await bench.Client.Awaiting(it => it.UploadAvatarAsync(content)).Should().ThrowAsync<InvalidOperationException>())
            .Which.Should().BeSameAs(fault);

        bench.Handler.Count.Should().Be(requests);
        bench.Clock.AliveTimers.Should().Be(0);
    }

    private static Answer Refused() =>
        Answer.Throws(
            static () => new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused)), beforeContent: true);
}
