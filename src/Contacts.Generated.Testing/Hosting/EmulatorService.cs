namespace Contacts.Generated.Testing;

/// <summary>Answers requests: first as the gateway in front of the service, then as the service.</summary>
internal sealed class EmulatorService(EmulatorState state, RouteTable routes)
{
    // An upload may be a page with a script, and it has the origin of the page on which operations are tried: a browser must save it, not
    // run it.
    private static readonly KeyValuePair<string, string>[] _uploadHeaders =
    [
        new("X-Content-Type-Options", "nosniff"),
        new("Content-Disposition", "attachment"),
        new("Content-Security-Policy", "default-src 'none'; sandbox"),
    ];

    public RouteTable Routes => routes;

    public Reply Answer(Exchange exchange)
    {
        lock (state.Gate)
        {
            if (exchange.Method == "GET" && state.Uploads.Find(exchange.Path) is { } file)
            {
                return new Reply(200, file.ContentType, file.Bytes) { Headers = _uploadHeaders };
            }

            if (exchange.Method == "GET" && state.Uploads.HasDropped(exchange.Path))
            {
                return ErrorReplies.Message(
                    410, "The emulator dropped this file for later ones: raise ContactsEmulatorOptions.MaxUploadBytes to keep more");
            }

            if (!RouteTable.IsBelowRoot(exchange.Path))
            {
                return ErrorReplies.NoRoute(exchange.Method, exchange.Path);
            }

            return CheckCredential(exchange) ?? AnswerOperation(exchange);
        }
    }

    /// <summary>Accepts any credential of the three kinds that is not empty.</summary>
    /// <returns>The error response, or null if the credential is accepted.</returns>
    private static Reply? CheckCredential(Exchange exchange)
    {
        if (exchange.Header("x-api-key") is { } key)
        {
            // A key wins over every other credential, so another one does not make up for an empty key.
            return string.IsNullOrWhiteSpace(key)
                ? ErrorReplies.Named(401, "Unauthorized", "The API key is not valid", exchange.RequestId)
                : null;
        }

        if (!string.IsNullOrWhiteSpace(exchange.Header("x-access-token")))
        {
            return null;
        }

        var isBearer = exchange.Header("authorization") is { } authorization
            && authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            && !string.IsNullOrWhiteSpace(authorization["Bearer ".Length..]);
        if (!isBearer)
        {
            return ErrorReplies.Message(401, "Unauthorized - no credential was sent");
        }

        return string.IsNullOrWhiteSpace(exchange.Header("x-organization-id"))
            ? ErrorReplies.Message(401, "Unauthorized - the token needs an organization")
            : null;
    }

    private static Reply AnswerOperation(Exchange exchange)
    {
        try
        {
            return exchange.Match?.Route.Answer(exchange) ?? ErrorReplies.NoRoute(exchange.Method, exchange.Path);
        }
        catch (ErrorReplyException error)
        {
            return error.Reply;
        }
    }
}
