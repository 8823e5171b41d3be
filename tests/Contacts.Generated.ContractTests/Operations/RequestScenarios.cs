using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Contacts.Generated.ContractTests;

/// <summary>Calls that succeed: the request is exactly the one expected, and the answer is read whole.</summary>
internal static class RequestScenarios
{
    private static readonly string[] _ofEveryRequest =
        ["Accept", "Accept-Encoding", "User-Agent", "x-request-id", "Content-Type", "Content-Length", "traceparent"];

    public static IEnumerable<Scenario> Of(OperationContract contract) =>
        contract.Requests().Select(request => new Scenario(request.Name, () => SendAsync(contract, request))).Concat(Examples(contract));

    private static IEnumerable<Scenario> Examples(OperationContract contract) =>
        from media in contract.Operation.RequestContent
        from example in media.Examples
        select new Scenario($"the example {example.Name}", () => SendAsync(contract, media, example));

    private static async Task SendAsync(OperationContract contract, RequestCase request)
    {
        request.Arrange?.Invoke(contract.Fixture);
        var result = await request.CallAsync(contract.Fixture.CreateClient(request.Configure));

        var sent = contract.Fixture.Recorder.Exchanges[^1];
        $"{sent.Method} {sent.Address.PathAndQuery[ContractDocument.Contacts.BasePath.Length..]}".Should().Be(request.Request);
        CheckHeaders(sent, request);
        Encoding.UTF8.GetString(sent.MediaType(ofRequest: true) == "multipart/form-data" ? [] : sent.RequestBody)
            .Should().Be(request.Body ?? "");
        CheckResult(contract, sent, result);
    }

    private static async Task SendAsync(OperationContract contract, ContractMedia media, ContractExample example)
    {
        await contract.SendAsync(contract.Client, example);

        contract.Fixture.Recorder.Exchanges[^1].IsRequestOf(media, example).Should().BeTrue("the example must be on the wire as it stands");
    }

    private static void CheckHeaders(RecordedExchange sent, RequestCase request)
    {
        var headers = sent.RequestHeaders;
        headers.Where(header => !_ofEveryRequest.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .Should().BeEquivalentTo(request.Headers);
        headers["Accept"].Should()
            .Be(sent.Path.EndsWith("/_export_csv", StringComparison.Ordinal) ? "text/csv, application/json; q=0.5" : "application/json");
        headers["Accept-Encoding"].Should().Be("gzip");
        headers["User-Agent"].Should().StartWith("Contacts.Generated/");
        Guid.TryParse(headers["x-request-id"], out _).Should().BeTrue();
        sent.ResponseHeaders["x-request-id"].Should().Be(headers["x-request-id"]);
        if (request.Body is { } body)
        {
            headers["Content-Type"].Should().Be("application/json");
            headers["Content-Length"].Should().Be(Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>What was read is written again and compared with what came, so that no field gets lost.</summary>
    private static void CheckResult(OperationContract contract, RecordedExchange exchange, object? result)
    {
        if (exchange.MediaType(ofRequest: false) == "application/json")
        {
            var answer = JsonNode.Parse(exchange.ResponseBody);
            AnswerScenarios.ShouldBeEqual(ApplicationJson.Write(result, ApplicationJson.Libraries.First()), contract.Wrapper is { } wrapper
                ? answer![wrapper]
                : answer);
        }
    }
}
