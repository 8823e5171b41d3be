using System.Globalization;

namespace Contacts.Generated.ContractTests;

/// <summary>What an answer must be.</summary>
internal static class ResponseRules
{
    /// <summary>The gateway puts it on each answer, though the OpenAPI specification leaves declared headers optional.</summary>
    private const string AlwaysSent = "x-request-id";

    /// <summary>Headers of HTTP that mean something to the client, so that an answer which has them must declare them.</summary>
    private static readonly string[] _meaningful = ["Retry-After", "Location", "ETag", "Set-Cookie", "WWW-Authenticate"];

    public static void Check(ContractOperation operation, RecordedExchange exchange, int status, Findings findings)
    {
        if (operation.ResponseFor(status) is not { } response)
        {
            if (operation.LeadsToFallback(status))
            {
                return;
            }

            findings.For("response status")
                .Add("/" + status.ToString(CultureInfo.InvariantCulture), operation.Node.PointerTo("responses"), "is not declared.");
            return;
        }

        CheckHeaders(response, exchange.ResponseHeaders, findings.For("response header"));
        BodyRules.CheckResponse(response, exchange, findings);
    }

    private static void CheckHeaders(ContractResponse response, IReadOnlyDictionary<string, string> headers, Findings findings)
    {
        foreach (var (name, header) in response.Headers)
        {
            if (headers.TryGetValue(name, out var value))
            {
                ParameterRules.CheckText(header["schema"], value, "/" + name, findings);
            }
            else if (name == AlwaysSent)
            {
                findings.Add("/" + name, header.Pointer, "is missing.");
            }
        }

        foreach (var name in _meaningful.Where(name => headers.ContainsKey(name) && !response.Headers.ContainsKey(name)))
        {
            findings.Add("/" + name, response.Node.PointerTo("headers"), "is not declared.");
        }
    }
}
