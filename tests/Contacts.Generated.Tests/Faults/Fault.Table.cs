using System.Net.Sockets;

namespace Contacts.Generated.Tests;

internal sealed partial class Fault
{
    private static readonly (string Name, string? MediaType, string Body)[] _errorShapes =
    [
        ("message", "application/json", """{"message":"failed"}"""),
        ("error and request id", "application/json", """{"error":"Internal","message":"failed","request_id":"r1"}"""),
        ("numeric code", "application/json", """{"code":99999,"message":"failed"}"""),
        ("text code", "application/json", """{"code":"LICENSE_INVALID","message":"failed"}"""),
        ("message as object", "application/json", """{"message":{"message":"failed"}}"""),
        ("error as text", "application/json", """{"error":"failed"}"""),
        ("error as object", "application/json", """{"success":false,"error":{"message":"failed","code":"E1"}}"""),
        ("status code beside", "application/json", """{"statusCode":500,"code":"E1","error":"Internal","message":"failed"}"""),
        ("detail as text", "application/json", """{"detail":"failed"}"""),
        ("detail as object", "application/json", """{"detail":{"message":"failed"}}"""),
        ("HTML", "text/html", "<html><title>500</title></html>"),
        ("plain text", "text/plain", "failed"),
        ("nothing", null, ""),
    ];

    public static IReadOnlyList<Fault> All { get; } =
    [
        // Nothing stood yet, so nothing can have been done: even an upload is sent again.
        new("connection refused", null, static it => Expected.Breaks(it, wasNotProcessed: true)),
        new("name not resolved", null, static it => Expected.Breaks(it, wasNotProcessed: true))
        {
            Throws = static () => new HttpRequestException(
                HttpRequestError.NameResolutionError, "No such host is known.", new SocketException((int)SocketError.HostNotFound)),
        },

        new("reset before the headers", ResetAsync, static it => Expected.Breaks(it)) { KeepsConnection = false },

        // The start of an export has been handed over by then, and cannot be taken back.
        new("reset in the body", ResetInBodyAsync, static it => it.Kind == AnswerKind.Export
            ? new(typeof(ContactsConnectionException), true, 1, 200)
            : Expected.Breaks(it, 200)) { KeepsConnection = false },
        new("stalled headers", StallAsync, static it => Expected.TimesOut(it)) { Stalls = true, KeepsConnection = false },
        new("stalled body", StallInBodyAsync, static it => it.Kind == AnswerKind.Export
            ? new(typeof(ContactsTimeoutException), true, 1, 200)
            : Expected.TimesOut(it, 200)) { Stalls = true, KeepsConnection = false },

        // An acknowledgement's status is the answer; what is no JSON of a CSV file may well be CSV.
        new("truncated JSON", Status(200, """{"data":[{"id":"con_1","na""", "application/json"), static it =>
            it.Kind == AnswerKind.Acknowledgement ? Expected.Succeeds() : Expected.Unreadable()) { KeepsConnection = true },
        new("JSON of another type", Status(200, """{"data":"text","id":["no id"],"url":{"no":"url"}}""", "application/json"), static it =>
            it.Kind == AnswerKind.Acknowledgement ? Expected.Succeeds() : Expected.Unreadable()) { KeepsConnection = true },
        new("a number", Status(200, "42", "application/json"), static it =>
            it.Kind == AnswerKind.Acknowledgement ? Expected.Succeeds() : Expected.Unreadable()) { KeepsConnection = true },
        new("HTML with 200", Status(200, "<!DOCTYPE html><title>Sign in</title>", "text/html"), static _ => Expected.Unreadable())
            { KeepsConnection = true },

        new("HTML with 502", Status(502, "<html><head><title>502 Bad Gateway</title></head></html>", "text/html"), static it =>
            Expected.Passes<ContactsServerException>(502, it)) { KeepsConnection = true },
        new("503 with nothing", Status(503), static it => Expected.Passes<ContactsServerException>(503, it)) { KeepsConnection = true },

        // An error's body is read before anybody asks which operation it was, so one operation of each kind shows all.
        .. _errorShapes.Select(static shape => new Fault(
            "500, " + shape.Name, Status(500, shape.Body, shape.MediaType), static it => Expected.Passes<ContactsServerException>(500, it))
            {
                KeepsConnection = true,
                Applies = static it => it.Name is ContactsOperations.List or ContactsOperations.Get or ContactsOperations.GetFiles
                    or ContactsOperations.DismissNotification or ContactsOperations.UploadAvatar or ContactsOperations.ExportCsv,
            }),

        new("429 with seconds", Status(429, "Too many requests", "text/plain", ("Retry-After", "7")), static it =>
            Expected.Passes<ContactsRateLimitException>(429, it, "retry-after", wasNotProcessed: true))
                { KeepsConnection = true, AsksToWait = TimeSpan.FromSeconds(7) },
        new("429 with a date", RetryAfterDateAsync, static it =>
            Expected.Passes<ContactsRateLimitException>(429, it, "retry-after", wasNotProcessed: true))
                { KeepsConnection = true, AsksToWait = TimeSpan.FromSeconds(9) },
        new("429 with neither", Status(429), static it =>
            Expected.Passes<ContactsRateLimitException>(429, it, wasNotProcessed: true)) { KeepsConnection = true },
        new("408", Status(408), static it => Expected.Passes<ContactsApiException>(408, it)) { KeepsConnection = true },
        new("413", Status(413, "<html><title>413</title></html>", "text/html"), static it =>
            Expected.Stays<ContactsPayloadTooLargeException>(413, it)) { KeepsConnection = true },
        new("redirect elsewhere", Status(307, "", null, ("Location", "http://127.0.0.1:1/elsewhere")), static it =>
            Expected.Stays<ContactsApiException>(307, it)) { KeepsConnection = true },
        new("50 MB error body", BigErrorAsync, static it => Expected.Stays<ContactsValidationException>(400, it))
            { KeepsConnection = false },

        new("deflate that nobody asked for", Bomb("deflate"), static _ => Expected.Unreadable()),

        // An export has no limit: it is handed over as it comes.
        new("gzip bomb", Bomb("gzip"), static it => it.Kind == AnswerKind.Export ? Expected.Succeeds() : Expected.Unreadable()),
    ];
}
