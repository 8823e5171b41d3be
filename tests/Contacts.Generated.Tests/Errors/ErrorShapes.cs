using System.Globalization;
using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>Every form in which an error body is known to come, filled with one text that must not leak.</summary>
internal static class ErrorShapes
{
    /// <summary>Personal data and a credential, as a service might echo them.</summary>
    internal const string Secret = "person@example.com 5550100 api_secret_key";

    internal static readonly string[] Markers = ["person@example.com", "5550100", "api_secret_key"];

    internal static readonly string[] CultureNames = ["", "de-DE", "ar-SA", "tr-TR"];

    internal static readonly (string Name, string? MediaType, string Body, string? Message, string? Code)[] All =
    [
        ("message", "application/json", $$"""{"message":"Unauthorized - {{Secret}}"}""", $"Unauthorized - {Secret}", null),
        ("error, message, request id", "application/json", $$"""{"error":"Forbidden","message":"{{Secret}}","request_id":"{{Secret}}"}""", Secret, null),
        ("numeric code", "application/json", $$"""{"code":40001,"message":"{{Secret}}"}""", Secret, "40001"),
        ("text code", "application/json", $$"""{"code":"LICENSE_INVALID","message":"{{Secret}}"}""", Secret, "LICENSE_INVALID"),
        ("code that is none", "application/json", $$"""{"code":"{{Secret}}","message":"{{Secret}}"}""", Secret, null),
        ("message as object", "application/json", $$"""{"message":{"message":"{{Secret}}","code":3},"field":"{{Secret}}"}""", Secret, "3"),
        ("message as list", "application/json", $$"""{"statusCode":400,"message":["{{Secret}}","second"],"error":"Bad Request"}""", Secret, null),
        ("error as text", "application/json", $$"""{"error":"{{Secret}}"}""", Secret, null),
        ("error as object", "application/json", $$$"""{"success":false,"error":{"message":"{{{Secret}}}","code":"E_1"}}""", Secret, "E_1"),
        ("status code beside", "application/json", $$"""{"statusCode":400,"code":"BAD","error":"Bad Request","message":"{{Secret}}"}""", Secret, "BAD"),
        ("detail as text", "application/json", $$"""{"detail":"{{Secret}}"}""", Secret, null),
        ("detail as object", "application/json", $$$"""{"detail":{"message":"{{{Secret}}}","code":10}}""", Secret, "10"),
        ("detail as object with a reason", "application/json", $$$"""{"detail":{"reason":"{{{Secret}}}"}}""", Secret, null),
        ("detail as list", "application/json", $$"""{"detail":[{"loc":["body"],"msg":"{{Secret}}"}]}""", Secret, null),
        ("problem details", "application/problem+json", $$"""{"type":"about:blank","title":"{{Secret}}","status":400}""", Secret, null),
        ("JSON text", "application/json", $"\"{Secret}\"", Secret, null),
        ("JSON without media type", null, $$"""{"message":"{{Secret}}"}""", Secret, null),
        ("JSON called HTML", "text/html", $$"""{"message":"{{Secret}}"}""", Secret, null),
        ("byte order mark", "application/json", "\uFEFF" + $$"""{"message":"{{Secret}}"}""", Secret, null),
        ("HTML", "text/html", $"<html><head><title>502\n Bad &amp; {Secret}</title></head><body>{Secret}</body></html>",
            $"502 Bad & {Secret}", null),
        ("HTML without title", "text/html", $"<pre>Cannot GET /contacts/{Secret}</pre>", null, null),
        ("plain text", "text/plain", $"  Too many requests, {Secret}\r\n", $"Too many requests, {Secret}", null),
        ("plain text called JSON", "application/json", $"Bad gateway {Secret}", $"Bad gateway {Secret}", null),
        ("binary", "application/octet-stream", $"\u0001\u0000{Secret}", null, null),
        ("empty", "application/json", "", null, null),
        ("blank", "text/plain", " \r\n ", null, null),
        ("null", "application/json", "null", null, null),
        ("empty object", "application/json", "{}", null, null),
        ("cut off after the message", "application/json", $$"""{"code":1,"message":"{{Secret}}","data":{"a":[1,2""", Secret, "1"),
        ("cut off within the message", "application/json", $$"""{"code":1,"message":"{{Secret}}""", null, "1"),
        ("broken", "application/json", $$"""{"message":"{{Secret}}",,}""", Secret, null),
        ("half a surrogate pair", "application/json", """{"message":"\ud83d","code":7}""", null, "7"),
        ("deeper than the limit", "application/json", $$"""{"message":"{{Secret}}","data":""" + new string('[', 5000), Secret, null),
        ("message deeper than the limit", "application/json", Repeat("""{"error":""", 5000), null, null),
    ];

    /// <summary>The names, for theories: a body is no good display name.</summary>
    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        foreach (var shape in All)
        {
            names.Add(shape.Name);
        }

        return names;
    }

    internal static (string Name, string? MediaType, string Body, string? Message, string? Code) Get(string name) =>
        Array.Find(All, shape => shape.Name == name);

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    internal static void InEveryCulture(Action action)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in CultureNames)
            {
                CultureInfo.CurrentCulture = new CultureInfo(name);
                action();
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
