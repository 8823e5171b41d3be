namespace Contacts.Generated.ContractTests;

/// <summary>What of the contract some traffic showed. It is read from the traffic alone, not from what a test says it did.</summary>
internal sealed class ContractCoverage(ContractDocument contract)
{
    private readonly HashSet<string> _seen = [];

    public int Total => CoverageItems.Of(contract).Count();

    public IReadOnlyList<string> Missing => [.. CoverageItems.Of(contract).Except(_seen)];

    public void Add(RecordedExchange exchange)
    {
        if (contract.Find(exchange.Method, exchange.Path) is not { } operation)
        {
            return;
        }

        _seen.Add(CoverageItems.Operation(operation));
        _seen.UnionWith(
            operation.Security.Where(alternative => alternative.IsSatisfiedBy(exchange.RequestHeaders)).Select(CoverageItems.Credential));
        _seen.UnionWith(operation.Parameters.Where(parameter => IsSent(parameter, exchange))
            .Select(parameter => CoverageItems.Parameter(operation, parameter)));
        AddRequestBody(operation, exchange);
        if (exchange.Status is { } status && operation.ResponseFor(status) is { } response)
        {
            AddResponse(operation, response, exchange);
        }
    }

    private static bool IsSent(ContractParameter parameter, RecordedExchange exchange) => parameter.Place switch
    {
        "query" => exchange.Query().Any(pair => pair.Key == parameter.Name),
        "header" => exchange.RequestHeaders.ContainsKey(parameter.Name),
        _ => true,
    };

    private void AddRequestBody(ContractOperation operation, RecordedExchange exchange)
    {
        if (operation.RequestContent.FirstOrDefault(media => media.Type == exchange.MediaType(ofRequest: true)) is not { } media)
        {
            return;
        }

        _seen.Add(CoverageItems.RequestMedia(operation, media));
        foreach (var example in media.Examples.Where(example => exchange.IsRequestOf(media, example)))
        {
            _seen.Add(CoverageItems.RequestExample(operation, example));
        }
    }

    private void AddResponse(ContractOperation operation, ContractResponse response, RecordedExchange exchange)
    {
        _seen.Add(CoverageItems.Response(operation, response));
        _seen.UnionWith(response.Headers.Keys.Where(exchange.ResponseHeaders.ContainsKey)
            .Select(name => CoverageItems.Header(operation, response, name)));
        if (response.Content.FirstOrDefault(media => media.Type == exchange.MediaType(ofRequest: false)) is not { } media)
        {
            return;
        }

        _seen.Add(CoverageItems.ResponseMedia(operation, response, media));
        foreach (var example in media.Examples.Where(example => example.IsBody(media.Type, exchange.ResponseBody)))
        {
            _seen.Add(CoverageItems.ResponseExample(operation, response, media, example));
        }
    }
}
