namespace Contacts.Generated.Tests;

public class SetAvatarTests
{
    private readonly FakeGateway _gateway = new();

    private ContactsClient Client => field ??= TestClients.To(_gateway, options => options.MaxRetries = 0);

    private static UploadContent Picture => UploadContent.FromBytes("picture"u8.ToArray(), "a.png");

    [Fact]
    public async Task The_picture_is_uploaded_and_the_contact_pointed_at_it()
    {
        var reported = new List<TransferProgress>();
        var contact = await Client.SetAvatarAsync("c1", Picture, new Progress(reported));

        contact.Id.Should().Be("c1");
        _gateway.Requests.Select(sent => sent.Method + " " + sent.Path).Should().Equal("POST contacts/_fileupload", "PUT contacts/c1");
        _gateway.Requests[0].Text.Should().Contain("picture");
        _gateway.Requests[1].Text.Should().Be("""{"avatar_url":"https://files.test/a.png"}""");
        reported.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("_search")]
    public async Task A_bad_id_costs_no_upload(string? contactId)
    {
        (await Client.Invoking(c => c.SetAvatarAsync(contactId!, Picture)).Should().ThrowAsync<ArgumentException>())
            .Which.ParamName.Should().Be("contactId");
        _gateway.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_is_needed()
    {
        (await Client.Invoking(c => c.SetAvatarAsync("c1", null!)).Should().ThrowAsync<ArgumentNullException>())
            .Which.ParamName.Should().Be("file");
        _gateway.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_failing_upload_surfaces_as_it_is()
    {
        _gateway.Then(413);

        await Client.Invoking(c => c.SetAvatarAsync("c1", Picture)).Should().ThrowAsync<ContactsPayloadTooLargeException>();
        _gateway.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"url":""}""")]
    [InlineData("""{"url":null}""")]
    [InlineData("")]
    public async Task An_upload_without_an_address_leaves_the_contact_as_it_was(string body)
    {
        _gateway.Then(200, body);

        (await Client.Invoking(c => c.SetAvatarAsync("c1", Picture)).Should().ThrowAsync<ContactsInvalidResponseException>())
            .WithMessage("uploadAvatar: *");
        _gateway.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(404, false)]
    [InlineData(503, true)]
    public async Task When_the_second_step_fails_the_address_is_not_lost(int status, bool isTransient)
    {
        _gateway.Then(200, """{"url":"https://files.test/a.png"}""").Then(status);

        var error = (await Client.Invoking(c => c.SetAvatarAsync("c1", Picture)).Should().ThrowAsync<ContactsAvatarNotSetException>())
            .Which;
        error.GetUploadedUrl().Should().Be("https://files.test/a.png");
        error.InnerException.Should().BeAssignableTo<ContactsApiException>().Which.Status.Should().Be(status);
        error.RequestId.Should().Be(((ContactsException)error.InnerException!).RequestId).And.NotBeNull();
        error.Attempts.Should().ContainSingle();
        error.IsTransient.Should().Be(isTransient);
        error.ToString().Should().NotContain("https://files.test");
    }

    [Fact]
    public async Task A_credential_that_fails_between_the_steps_does_not_lose_the_address_either()
    {
        var asked = 0;
        var credential = ContactsCredential.ApiKey(
            (_, _) => ++asked == 1 ? new("key-1") : throw new InvalidOperationException("vault is sealed"));
        _gateway.Then((_, _) =>
        {
            credential.Invalidate();
            return Task.FromResult(FakeGateway.Answer(200, """{"url":"https://files.test/a.png"}"""));
        });

        var error = (await TestClients.To(_gateway, credential)
            .Invoking(c => c.SetAvatarAsync("c1", Picture)).Should().ThrowAsync<ContactsAvatarNotSetException>()).Which;
        error.GetUploadedUrl().Should().Be("https://files.test/a.png");
        error.InnerException.Should().BeOfType<InvalidOperationException>();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_cancellation_stays_one_in_either_step(int step)
    {
        using var cancel = new CancellationTokenSource();
        _gateway.Otherwise = sent =>
        {
            if (_gateway.Requests.Count == step)
            {
                cancel.Cancel();
                throw new OperationCanceledException(cancel.Token);
            }

            return GoodAnswers.To(sent);
        };

        (await Client.Invoking(c => c.SetAvatarAsync("c1", Picture, cancellationToken: cancel.Token))
            .Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(cancel.Token);
    }

    private sealed class Progress(List<TransferProgress> reported) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => reported.Add(value);
    }
}
