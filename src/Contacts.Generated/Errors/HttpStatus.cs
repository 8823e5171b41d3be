using System.Globalization;

namespace Contacts.Generated;

/// <summary>What the status alone says. The phrases are ours: the reason phrase of a response is text of the server.</summary>
internal static class HttpStatus
{
    /// <summary>Statuses that a later, equal call may not meet again; 501 and 505 stay as they are.</summary>
    internal static bool IsTransient(int status) => status is 408 or 429 or 500 or 502 or 503 or 504;

    internal static string Describe(int status)
    {
        var number = status.ToString(CultureInfo.InvariantCulture);
        return Phrase(status) is { } phrase ? number + " " + phrase : number;
    }

    private static string? Phrase(int status) => status switch
    {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No Content",
        206 => "Partial Content",
        300 => "Multiple Choices",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        407 => "Proxy Authentication Required",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        414 => "URI Too Long",
        415 => "Unsupported Media Type",
        421 => "Misdirected Request",
        422 => "Unprocessable Content",
        423 => "Locked",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        451 => "Unavailable For Legal Reasons",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        505 => "HTTP Version Not Supported",
        _ => null,
    };
}
