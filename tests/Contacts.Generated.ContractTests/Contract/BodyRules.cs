using System.Text;
using System.Text.Json;

namespace Contacts.Generated.ContractTests;

/// <summary>What bodies must be: of a declared media type, and true to its schema.</summary>
internal static class BodyRules
{
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void CheckRequest(ContractOperation operation, RecordedExchange exchange, Findings findings)
    {
        if (operation.RequestBody is null)
        {
            if (exchange.RequestBody.Length > 0 || exchange.MediaType(ofRequest: true) is not null)
            {
                findings.For("request body").Add("", operation.Node.PointerTo("requestBody"), "is there, and the operation declares none.");
            }
        }
        else if (exchange.RequestBody.Length > 0 || operation.RequestBody.Flag("required") || operation.IsFallback)
        {
            Check(operation.RequestContent, operation.RequestBody, exchange, ofRequest: true, findings);
        }
    }

    public static void CheckResponse(ContractResponse response, RecordedExchange exchange, Findings findings)
    {
        if (response.Content.Count > 0)
        {
            Check(response.Content, response.Node, exchange, ofRequest: false, findings);
        }
        else if (exchange.ResponseBody.Length > 0)
        {
            findings.For("response body").Add("", response.Node.PointerTo("content"), "is there, and the answer declares none.");
        }
    }

    private static void Check(
        IReadOnlyList<ContractMedia> content, ContractNode owner, RecordedExchange exchange, bool ofRequest, Findings findings)
    {
        var side = ofRequest ? "request" : "response";
        var body = ofRequest ? exchange.RequestBody : exchange.ResponseBody;
        if (body.Length == 0)
        {
            findings.For($"{side} body").Add("", owner.PointerTo("content"), "is missing.");
            return;
        }

        var type = exchange.MediaType(ofRequest);
        if (content.FirstOrDefault(media => media.Type == type) is not { } media)
        {
            findings.For($"{side} header").Add("/Content-Type", owner.PointerTo(
                "content"), $"is {type ?? "missing"} instead of {string.Join(" or ", content.Select(media => media.Type))}.");
            return;
        }

        CheckAs(media, body, (ofRequest ? exchange.RequestHeaders : exchange.ResponseHeaders)["Content-Type"], findings.For(
            $"{side} body"));
    }

    private static void CheckAs(ContractMedia media, byte[] body, string contentType, Findings findings)
    {
        try
        {
            if (media.Type == "application/json")
            {
                using var document = JsonDocument.Parse(body);
                SchemaRules.Check(media.Schema, document.RootElement, "", findings);
            }
            else if (media.Type == "multipart/form-data")
            {
                MultipartRules.Check(media, MultipartPart.ReadAll(contentType, body), findings);
            }
            else
            {
                SchemaRules.Check(media.Schema, JsonSerializer.SerializeToElement(_strictUtf8.GetString(body)), "", findings);
            }
        }
        catch (Exception exception) when (exception is JsonException or FormatException or DecoderFallbackException)
        {
            findings.Add("", media.Schema.Pointer, $"is no {media.Type}: {exception.Message}");
        }
    }
}

/// <summary>What the parts of a form must be.</summary>
internal static class MultipartRules
{
    public static void Check(ContractMedia media, IReadOnlyList<MultipartPart> parts, Findings findings)
    {
        var properties = media.Schema["properties"];
        foreach (var part in parts)
        {
            if (properties.Find(part.Name) is not { } property)
            {
                findings.Add("/" + part.Name, media.Schema.PointerTo("properties"), "is not declared.");
            }
            else if (property.Text("format") == "binary" && string.IsNullOrEmpty(part.FileName))
            {
                findings.Add("/" + part.Name, property.Pointer, "has no file name, so that it is no file.");
            }
        }

        foreach (var name in (media.Schema.Find("required")?.Items ?? [])
            .Select(item => item.Value!.GetValue<string>()).Except(parts.Select(part => part.Name)))
        {
            findings.Add("/" + name, media.Schema.PointerTo("required"), "is missing, and required.");
        }
    }
}
