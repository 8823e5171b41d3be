using System.Diagnostics;
using System.Net;
using System.Text;

namespace Contacts.Generated.Tests;

[Collection(TelemetryGroup.Name)]
public sealed class LeakTests : IDisposable
{
    /// <summary>Part of every secret and of all personal data here.</summary>
    private const string Marker = "zqleak";

    private const string RequestId = "rid-visible";

    private static readonly string _person = $$$"""{"data":{"id":"{{{Marker}}}-id","name":"{{{Marker}}} Name","email":"{{{Marker}}}@example.com","phone_number":"+1{{{Marker}}}","updated_at":"{{{Marker}}} no time"}}""";

    private readonly RecordedLogs _logs = new();
    private readonly Listener _listener = new();
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _shown = [];
    private int _failures;

    public static TheoryData<string> Outcomes => [.. Answers.Keys];

    private static Dictionary<string, Func<SentRequest, HttpResponseMessage>> Answers { get; } = new()
    {
        ["success"] = GoodAnswers.To,
        ["success with strange fields"] = _ => FakeGateway.Answer(200, _person),
        ["wrong type"] = _ => FakeGateway.Answer(200, $"\"{Marker}\""),
        ["cut off"] = _ => FakeGateway.Answer(200, _person[..40]),
        ["no JSON"] = _ => FakeGateway.Answer(200, $"{{'{Marker}': {Marker}"),
        ["page of a proxy"] = _ => FakeGateway.Answer(200, $"<html><title>{Marker}</title></html>", "text/html"),
        ["400"] = _ => Error(400, $$$"""{"message":"{{{Marker}}} is no phone","code":"{{{Marker}}}@x","errors":{"{{{Marker}}}":["{{{Marker}}}"]}}"""),
        ["401"] = _ => Error(401, $$$"""{"error":{"message":"key {{{Marker}}} is unknown"}}"""),
        ["403"] = _ => Error(403, $"{Marker} may not"),
        ["404"] = _ => Error(404, $$$"""{"message":"contact {{{Marker}}} not found"}"""),
        ["409"] = _ => Error(409, $$$"""["{{{Marker}}}"]"""),
        ["413"] = _ => Error(413, $"<h1>{Marker}</h1>"),
        ["422"] = _ => Error(422, $$$"""{"detail":[{"loc":["{{{Marker}}}"],"msg":"{{{Marker}}}"}]}"""),
        ["429"] = _ => Error(429, Marker),
        ["500"] = _ => Error(500, $$$"""{"stack":"{{{Marker}}}"}"""),
        ["redirect"] = _ => Error(302, ""),
        ["reset"] = _ => throw new HttpRequestException("The connection was reset."),
        ["cut body"] = _ =>
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new CutStream(Encoding.UTF8.GetBytes(_person))) },
        ["timeout"] = _ => throw new TaskCanceledException("slow", new TimeoutException()),
    };

    public void Dispose()
    {
        _logs.Dispose();
        _listener.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Nothing_personal_or_secret_is_seen_whatever_the_answer(string outcome)
    {
        foreach (var dialect in new[] { ContactsDialect.WebApp, ContactsDialect.VendorSdk })
        {
            var gateway = new FakeGateway { Otherwise = Answers[outcome] };
            foreach (var client in Clients(gateway, dialect))
            {
                await RunAllAsync(client);
            }

            gateway.Requests.Should().HaveCountGreaterThan(40);
        }

        _failures.Should().BeGreaterThan(outcome == "success" ? -1 : 5);
        AssertClean();
    }

    [Fact]
    public async Task Nothing_personal_or_secret_is_seen_when_arguments_are_refused()
    {
        var client = Clients(new FakeGateway(), ContactsDialect.WebApp).First();
        await RunAsync(() => client.GetAsync("_" + Marker));
        await RunAsync(() => client.GetAsync(Marker + "\uD800"));
        await RunAsync(() => client.MarkNotificationsReadAsync([Marker, ""]));
        await RunAsync(() => client.ListAllAsync(paging: new ContactsPagingOptions { Continuation = Marker }).ToListAsync());
        await RunAsync(() => Task.FromResult(client.WithOptions(new ContactsRequestOptions { RequestId = Marker + "\n" })));
        await RunAsync(() => Task.FromResult(client.WithOptions(new ContactsRequestOptions { OrganizationId = Marker + "\n" })));
        await RunAsync(() => Task.FromResult(client.WithOptions(new ContactsRequestOptions { Headers = { ["X-A"] = Marker + "\n" } })));
        await RunAsync(() => Task.FromResult(new ContactsClient(TestClients.Options(options => options.ApiKey = Marker + "\n"))));
        await RunAsync(() => Task.FromResult(
            new ContactsClient(TestClients.Options(options => options.GatewayUrl = new Uri($"https://{Marker}:{Marker}@gateway.test")))));
        await RunAsync(() => TestClients.To(new FakeGateway(), ContactsCredential.ApiKey((_, _) => new(Marker + "\n"))).GetAsync("c1"));
        await RunAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"https://{Marker}.test/{Marker}"));
            using var response = await client.SendAsync(request);
        });

        _failures.Should().Be(11);
        AssertClean();
    }

    [Fact]
    public async Task Nothing_personal_or_secret_is_seen_when_a_call_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        var gateway = new FakeGateway
        {
            Otherwise = _ =>
            {
                cancel.Cancel();
                throw new OperationCanceledException(cancel.Token);
            },
        };
        await RunAsync(() => Clients(gateway, ContactsDialect.WebApp).First().SearchAsync(Marker, cancellationToken: cancel.Token));

        _failures.Should().Be(1);
        AssertClean();
    }

    [Fact]
    public void The_walk_would_see_a_leak()
    {
        Shown.Of(new InvalidOperationException("x", new FormatException(Marker))).Should().Contain(Marker);
        Shown.Of(new Dictionary<string, object> { ["a"] = new { Deep = new[] { Marker } } }).Should().Contain(Marker);
    }

    private static HttpResponseMessage Error(int status, string body)
    {
        var response = FakeGateway.Answer(status, body);
        response.ReasonPhrase = Marker;
        response.Headers.TryAddWithoutValidation("Set-Cookie", $"session={Marker}");
        response.Headers.TryAddWithoutValidation("Location", $"https://files.test/{Marker}?q={Marker}");
        response.Headers.TryAddWithoutValidation("x-api-key", Marker);
        return response;
    }

    private IEnumerable<ContactsClient> Clients(FakeGateway gateway, ContactsDialect dialect)
    {
        foreach (var credential in new[] { ContactsCredential.ApiKey(
            (_, _) => new(Marker + "-key")), ContactsCredential.BearerToken((_, _) => new(Marker + "-jwt")) })
        {
            yield return TestClients.To(gateway, credential, options =>
                (options.LoggerFactory, options.Dialect, options.OrganizationId, options.RetryWait) =
                    (_logs, dialect, Marker + "-org", static _ => TimeSpan.Zero))
                .WithOptions(new ContactsRequestOptions { RequestId = RequestId, Headers = { ["X-Tenant"] = Marker } });
        }
    }

    private async Task RunAllAsync(ContactsClient client)
    {
        const string Id = Marker + "-id";
        await RunAsync(() => client.ListAsync(new ContactsListOptions { Sort = Marker }));
        await RunAsync(() => client.SearchAsync(Marker));
        await RunAsync(() => client.GetAsync(Id));
        await RunAsync(() => client.UpdateAsync(Id, new UpdateContactInput { Name = Marker, Email = Marker, Phone = Marker }));
        await RunAsync(() => client.CreateAsync(
            new CreateContactInput { Name = Marker, Email = Marker, Phone = Marker, Labels = [Marker] }));
        await RunAsync(() => client.DeleteAsync(Id));
        await RunAsync(() => client.GetByBoardItemAsync(Id));
        await RunAsync(() => client.CreateCommentAsync(Id, new CreateCommentInput { Text = Marker }));
        await RunAsync(() => client.GetCommentAsync(Id, Marker));
        await RunAsync(() => client.DeleteCommentAsync(Id, Marker));
        await RunAsync(() => client.GetMessageCommentsAsync(Id));
        await RunAsync(() => client.GetConversationsAsync(Id));
        await RunAsync(() => client.GetCommentsAsync(Id));
        await RunAsync(() => client.GetFilesAsync(Id));
        await RunAsync(() => client.GetActivitiesAsync(Id));
        await RunAsync(() => client.UploadAvatarAsync(UploadContent.FromBytes(Encoding.UTF8.GetBytes(Marker), Marker + ".png")));
        await RunAsync(() => client.ListNotificationsAsync(new ContactsListNotificationsOptions { Type = Marker }));
        await RunAsync(() => client.MarkNotificationsReadAsync([Id]));
        await RunAsync(() => client.DismissNotificationAsync(Id));
        await RunAsync(() => client.DismissAllNotificationsAsync());
        await RunAsync(async () =>
        {
            await using var export = await client.ExportCsvAsync(new ContactsExportCsvOptions { Sort = Marker });
            await export.CopyToAsync(Stream.Null);
        });
        await RunAsync(() => client.MarkAllNotificationsReadAsync());
        await RunAsync(() => client.SetAvatarAsync(Id, UploadContent.FromBytes(new byte[4], Marker + ".png")));
        await RunAsync(() => client.ExportCsvToFileAsync(_folder.At("contacts.csv")));
        await RunAsync(() => client.ListAllAsync().ToListAsync());
        await RunAsync(() => client.SearchAllAsync(Marker).ToListAsync());
        await RunAsync(() => client.GetAllCommentsAsync(Id).ToListAsync());
        await RunAsync(() => client.GetAllMessageCommentsAsync(Id).ToListAsync());
        await foreach (var result in client.DeleteManyAsync([Id]))
        {
            await RunAsync(() => Task.FromException(result.Exception ?? new InvalidOperationException($"{result}")));
        }

        await RunAsync(() => client.WithResponse.GetAsync(Id));
        await RunAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"contacts/{Id}?q={Marker}");
            using var response = await client.SendAsync(request);
        });
    }

    private async Task RunAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception exception)
        {
            _failures++;
            _shown.Add(Shown.Of(exception));
        }
    }

    private void AssertClean()
    {
        _shown.Should().NotContain(text => text.Contains(Marker));
        _logs.Lines.Should().NotContain(line => (line.Text + line.Values + line.Category).Contains(Marker));
        _listener.Spans.Should().NotContain(span => TextOf(span).Contains(Marker));
        _listener.Measurements.Should().NotContain(measurement => string.Join(";", measurement.Tags).Contains(Marker));
        if (_logs.Lines.Count > 0)
        {
            _logs.Lines.Should().OnlyContain(line => line.Text.Contains(RequestId), "the request id is what a line is found by");
            _listener.Measurements.Should().NotBeEmpty();
            _listener.Spans.Should().NotBeEmpty();
        }
    }

    private static string TextOf(Activity span) => string.Join(
        ";", [span.DisplayName, span.OperationName, span.StatusDescription, .. span.TagObjects.Select(
            tag => tag.ToString()), .. span.Events.Select(moment => Shown.Of(moment)), .. span.Baggage.Select(item => item.ToString())]);
}
