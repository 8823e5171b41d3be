using System.Text;

namespace Contacts.Generated.ContractTests;

/// <summary>Exchanges that the contract allows, for a test to spoil in one place.</summary>
internal static class Exchanges
{
    private const string Base = "http://localhost/channel-service/v1";

    public static RecordedExchange List => Get("/contacts?limit=5") with { ResponseBody = Utf8("""{"data":[{"id":"con_1"}],"count":1}""") };

    public static RecordedExchange Conversations => Get("/contacts/con_1/conversations?channel_types=web&channel_types=line") with { ResponseBody = Utf8("""{"data":[]}""") };

    public static RecordedExchange MarkRead => Get("/notifications/read") with
    {
        Method = "PUT",
        RequestHeaders = With(Headers(("x-api-key", "api_test"), ("Accept", "application/json")), "Content-Type", "application/json"),
        RequestBody = Utf8("""["not_1"]"""),
        ResponseBody = Utf8("{}"),
    };

    public static RecordedExchange Upload => MarkRead with
    {
        Method = "POST",
        Address = new Uri(Base + "/contacts/_fileupload"),
        RequestHeaders = With(MarkRead.RequestHeaders, "Content-Type", "multipart/form-data; boundary=x"),
        RequestBody = Form("file", "; filename=\"a.png\""),
        ResponseBody = Utf8("""{"url":"http://localhost/a.png"}"""),
    };

    public static RecordedExchange Fallback => MarkRead with
    {
        Method = "POST",
        Address = new Uri(Base + "/notifications/dismiss"),
        RequestBody = Utf8("""{"ids":["not_1"]}"""),
    };

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static Uri At(string path) => new(Base + path);

    public static byte[] Form(string name, string more) =>
        Utf8($"--x\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\nContent-Type: image/png\r\n\r\nbytes\r\n--x--\r\n");

    public static Dictionary<string, string> With(IReadOnlyDictionary<string, string> headers, string name, string value) =>
        new(headers, StringComparer.OrdinalIgnoreCase) { [name] = value };

    public static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> headers, string name)
    {
        var rest = new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase);
        rest.Remove(name);
        return rest;
    }

    private static RecordedExchange Get(string path) => new()
    {
        Method = "GET",
        Address = At(path),
        RequestHeaders = Headers(("x-api-key", "api_test"), ("Accept", "application/json"), ("x-request-id", "1")),
        Status = 200,
        ResponseHeaders = Headers(("x-request-id", "1"), ("Content-Type", "application/json; charset=utf-8")),
    };

    private static Dictionary<string, string> Headers(params (string Name, string Value)[] headers) =>
        headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);
}
