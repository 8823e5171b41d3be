namespace Contacts.Generated.Testing;

/// <summary>What the service, its gateway or the web server in front of it sends with a status.</summary>
internal static class FaultBodies
{
    private const string BadGateway = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";

    public static Reply For(int status) => status switch
    {
        204 or 205 or 304 => new Reply(status, null, []),
        400 => Refusals.Invalid(),
        401 => Refusals.Code(401, 40001, "Unauthorized"),
        403 => Refusals.Code(403, 40003, "Insufficient permission"),
        404 => Refusals.Code(404, 40004, "Not found"),
        409 => Refusals.Named(409, "Conflict", "The contact was modified"),
        413 => Refusals.TooLarge,
        422 => Refusals.Code(422, 40000, "A value is not acceptable"),
        429 => Reply.Text(429, Reply.TextType, "Too many requests, please try again later."),
        502 => Reply.Text(502, Reply.HtmlType, BadGateway),
        504 => Reply.Text(504, Reply.TextType, "Error occurred while trying to reach the service"),
        >= 500 => Refusals.Code(status, 99999, "Service Unavailable"),
        _ => Refusals.Message(status, "The emulator was asked for this status"),
    };
}
