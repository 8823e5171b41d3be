namespace Contacts.Generated.Testing;

/// <summary>Answers requests: first as the gateway in front of the service, then as the service.</summary>
internal sealed class EmulatorService(EmulatorState state, RouteTable routes)
{
    // An upload may be a page with a script, and it has the same origin as the page on which operations are tried, so a browser must save
    // it and not run it.
    private static readonly KeyValuePair<string, string>[] _uploadHeaders =
    [
        new("X-Content-Type-Options", "nosniff"),
        new("Content-Disposition", "attachment"),
        new("Content-Security-Policy", "default-src 'none'; sandbox"),
    ];

    private static readonly Reply _health = Reply.JsonObject(static writer =>
    {
        writer.WriteString("name", "Contacts emulator");
        writer.WriteString("version", typeof(EmulatorService).Assembly.GetName().Version!.ToString(3));
        writer.WriteString("env", "emulator");
    });

    public RouteTable Routes => routes;

    public ContactsEmulatorOptions Options => state.Options;

    /// <inheritdoc cref="ContactsEmulator.IsHealthy"/>
    public bool IsHealthy { get; set; } = true;

    /// <summary>Answers a request to an operation, or, without a route, to anything else.</summary>
    public Reply Answer(Exchange exchange, Route? route)
    {
        lock (state.Gate)
        {
            return route is null && AnswerAsGateway(exchange) is { } reply ? reply
                : CredentialCheck.Refuse(exchange, RouteTable.PathInService(exchange.Path) ?? exchange.Path, state.Options.CheckJwts)
                    ?? state.RateLimiting.Refuse(exchange)
                    ?? (route is null ? ErrorReplies.NoServiceRoute : AnswerOperation(exchange, route));
        }
    }

    /// <summary>The response to what the gateway does not pass on to the service; null if it passes the request on.</summary>
    private Reply? AnswerAsGateway(Exchange exchange)
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

        return exchange is { Method: "GET", Path: "/" } ? IsHealthy ? _health : ErrorReplies.Message(503, "Service Unavailable")
            : RouteTable.PathInService(exchange.Path) is null ? ErrorReplies.NoGatewayRoute(exchange.Method, exchange.Path)
            : null;
    }

    private static Reply AnswerOperation(Exchange exchange, Route route)
    {
        try
        {
            return route.Answer(exchange);
        }
        catch (ErrorReplyException error)
        {
            return error.Reply;
        }
    }
}
