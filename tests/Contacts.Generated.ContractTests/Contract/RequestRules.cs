using System.Net.Http.Headers;

namespace Contacts.Generated.ContractTests;

/// <summary>What a request must be.</summary>
internal static class RequestRules
{
    /// <summary>Headers that belong to HTTP or to every call, so that no operation declares them.</summary>
    private static readonly HashSet<string> _common = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Connection", "Content-Length", "Content-Type", "Host", "User-Agent", "traceparent", "tracestate", "x-request-id",
    };

    public static void Check(ContractDocument contract, ContractOperation operation, RecordedExchange exchange, Findings findings)
    {
        ParameterRules.CheckPath(operation, operation.Match(exchange.Path[contract.BasePath.Length..])!, findings.For("request path"));
        ParameterRules.CheckQuery(operation, exchange.Query(), findings.For("request query"));
        CheckHeaders(operation, exchange, findings.For("request header"));
        BodyRules.CheckRequest(operation, exchange, findings);
    }

    private static void CheckHeaders(ContractOperation operation, RecordedExchange exchange, Findings findings)
    {
        var headers = exchange.RequestHeaders;
        ParameterRules.CheckHeaders(operation, headers, findings);
        if (!operation.Security.Any(alternative => alternative.IsSatisfiedBy(headers)))
        {
            var names = string.Join(" or ", operation.Security.Select(alternative => alternative.Name));
            findings.Add("", "#/security", $"hold no credential: {names} is needed.");
        }

        var credentials = operation.Security.SelectMany(alternative => alternative.Headers());
        var declared = operation.Parameters.Where(parameter => parameter.Place == "header").Select(parameter => parameter.Name);
        foreach (var name in headers.Keys.Except([.. _common, .. credentials, .. declared], StringComparer.OrdinalIgnoreCase))
        {
            findings.Add("/" + name, operation.Node.PointerTo("parameters"), "is not declared.");
        }

        CheckAccept(operation, headers, findings);
    }

    private static void CheckAccept(ContractOperation operation, IReadOnlyDictionary<string, string> headers, Findings findings)
    {
        var offered = operation.Success.Content.Select(media => media.Type).ToList();
        var accepted = headers.TryGetValue("Accept", out var accept) ? accept.Split(',').Select(MediaTypeWithQualityHeaderValue.Parse).ToList() : [];
        if (offered.Count > 0 && !accepted.Any(range => offered.Any(type => Accepts(range.MediaType!, type))))
        {
            findings.Add("/Accept", operation.Success.Node.PointerTo("content"), $"does not accept {string.Join(" or ", offered)}.");
        }
    }

    private static bool Accepts(string range, string type) =>
        range == "*/*" || range == type || (range.EndsWith("/*", StringComparison.Ordinal) && type.StartsWith(range[..^1], StringComparison.Ordinal));
}
