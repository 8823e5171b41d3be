using System.Text.Encodings.Web;

namespace Contacts.Generated.Testing;

/// <summary>The error responses, in the shapes that the gateway and the service are known to use.</summary>
internal static class ErrorReplies
{
    public static Reply NoFile { get; } = Code(400, 99999, "No file uploaded");

    public static Reply TooLarge { get; } = Named(413, "Payload Too Large", "The file is too large");

    public static Reply TooManyRequests { get; } =
        Reply.Text(429, Reply.TextType, "Too many requests, please try again later.");

    /// <summary>The gateway's response if the service takes too long.</summary>
    public static Reply GatewayTimeout { get; } = Reply.Text(504, Reply.TextType, "Error occurred while trying to reach the service");

    /// <summary>No response of the service, but one that says what the emulator cannot do.</summary>
    public static Reply TooManyToScan { get; } = Message(
        501,
        "The emulator has more than 100,000 contacts. It lists them as they stand or by created_at, and gets them by their ids; a search, "
        + "another order, the export or a look-up by a board item would have to make up all of them. Give it fewer contacts for that.");

    public static Reply Invalid(string? field = null) => Code(400, 40000, "Invalid request", field);

    /// <summary>The response for an object that does not exist.</summary>
    public static Reply NotFound(string message, ContactsEmulatorOptions options) =>
        options.OlderService ? Message(400, "Not Found") : Message(404, message);

    public static Reply Message(int status, string message) => Reply.JsonObject(writer => writer.WriteString("message", message), status);

    public static Reply Code(int status, int code, string message, string? field = null) => Reply.JsonObject(
        writer =>
        {
            writer.WriteNumber("code", code);
            writer.WriteString("message", message);
            if (field is not null)
            {
                writer.WriteString("field", field);
            }
        },
        status);

    public static Reply Named(int status, string error, string message, Guid? requestId = null) => Reply.JsonObject(
        writer =>
        {
            writer.WriteString("error", error);
            writer.WriteString("message", message);
            if (requestId is { } id)
            {
                writer.WriteString("request_id", id);
            }
        },
        status);

    /// <summary>The response of the service's web framework to an unknown path or method.</summary>
    public static Reply NoServiceRoute { get; } = Reply.Text(404, Reply.TextType, "404 Not Found");

    /// <summary>The page that the gateway's web framework sends for an unknown path or method.</summary>
    public static Reply NoGatewayRoute(string method, string path)
    {
        var line = HtmlEncoder.Default.Encode($"Cannot {method} {path}");
        return Reply.Text(
            404,
            Reply.HtmlType,
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Error</title>\n</head>\n"
            + $"<body>\n<pre>{line}</pre>\n</body>\n</html>\n") with
        {
            Headers = [new("Content-Security-Policy", "default-src 'none'"), new("X-Content-Type-Options", "nosniff")],
        };
    }
}

/// <summary>Ends the handling of a request that the service would reject.</summary>
internal sealed class ErrorReplyException(Reply reply) : Exception
{
    public Reply Reply { get; } = reply;
}
