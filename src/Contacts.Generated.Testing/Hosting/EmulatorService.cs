namespace Contacts.Generated.Testing;

/// <summary>Answers requests: first as the gateway in front of the service, then as the service.</summary>
internal sealed class EmulatorService(EmulatorState state, RouteTable routes)
{
    // An upload may be a page with a script, and the page on which operations are tried has the same origin: a browser saves such a file and runs none of it.
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
                return Refusals.Message(410, "The emulator has let go of this file for later ones: raise ContactsEmulatorOptions.MaxUploadBytes to keep more");
            }

            if (!RouteTable.IsBelowRoot(exchange.Path))
            {
                return Refusals.NoRoute(exchange.Method, exchange.Path);
            }

            return Credentials.Check(exchange) ?? AnswerOperation(exchange);
        }
    }

    private static Reply AnswerOperation(Exchange exchange)
    {
        try
        {
            return exchange.Match?.Route.Answer(exchange) ?? Refusals.NoRoute(exchange.Method, exchange.Path);
        }
        catch (RefusedException refused)
        {
            return refused.Reply;
        }
    }
}
