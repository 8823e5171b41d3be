namespace Contacts.Generated.ContractTests;

/// <summary>Names everything in the contract that traffic must show at least once.</summary>
internal static class CoverageItems
{
    public static IEnumerable<string> Of(ContractDocument contract) =>
        contract.Forms.SelectMany(OfOperation)
            .Concat(contract.Operations.SelectMany(operation => operation.Security).Select(Credential)).Distinct();

    public static string Operation(ContractOperation operation) =>
        operation.IsFallback ? $"{operation.Id}: the fallback" : $"{operation.Id}: the operation";

    public static string Parameter(ContractOperation operation, ContractParameter parameter) =>
        $"{operation.Id}: the {parameter.Place} parameter {parameter.Name}";

    public static string RequestMedia(ContractOperation operation, ContractMedia media) => $"{Request(operation)} as {media.Type}";

    public static string RequestExample(ContractOperation operation, ContractExample example) =>
        $"{Request(operation)} with the example {example.Name}";

    public static string Response(ContractOperation operation, ContractResponse response) =>
        $"{operation.Id}: the status {response.Status}";

    public static string Header(ContractOperation operation, ContractResponse response, string name) =>
        $"{Response(operation, response)} with the header {name}";

    public static string ResponseMedia(ContractOperation operation, ContractResponse response, ContractMedia media) =>
        $"{Response(operation, response)} as {media.Type}";

    public static string ResponseExample(
        ContractOperation operation, ContractResponse response, ContractMedia media, ContractExample example) =>
        $"{ResponseMedia(operation, response, media)} with the example {example.Name}";

    public static string Credential(CredentialAlternative alternative) => $"the credential {alternative.Name}";

    private static string Request(ContractOperation operation) =>
        $"{operation.Id}: the {(operation.IsFallback ? "fallback's" : "request's")} body";

    private static IEnumerable<string> OfOperation(ContractOperation operation)
    {
        yield return Operation(operation);
        foreach (var parameter in operation.Parameters)
        {
            yield return Parameter(operation, parameter);
        }

        foreach (var media in operation.RequestContent)
        {
            yield return RequestMedia(operation, media);
            foreach (var example in media.Examples)
            {
                yield return RequestExample(operation, example);
            }
        }

        foreach (var name in operation.Responses.SelectMany(response => OfResponse(operation, response)))
        {
            yield return name;
        }
    }

    private static IEnumerable<string> OfResponse(ContractOperation operation, ContractResponse response)
    {
        yield return Response(operation, response);
        foreach (var name in response.Headers.Keys)
        {
            yield return Header(operation, response, name);
        }

        foreach (var media in response.Content)
        {
            yield return ResponseMedia(operation, response, media);
            foreach (var example in media.Examples)
            {
                yield return ResponseExample(operation, response, media, example);
            }
        }
    }
}
