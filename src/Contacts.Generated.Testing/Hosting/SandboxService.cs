namespace Contacts.Generated.Testing;

/// <summary>Answers requests: first as the gateway in front of the service, then as the service.</summary>
internal sealed class SandboxService(SandboxState state, RouteTable routes)
{
    public RouteTable Routes => routes;

    public Reply Answer(Exchange exchange)
    {
        lock (state.Gate)
        {
            if (exchange.Method == "GET" && state.Uploads.Find(exchange.Path) is { } file)
            {
                return new Reply(200, file.ContentType, file.Bytes);
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
