using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Contacts.Generated.Testing;

/// <summary>
/// Runs before WireMock: reads and records each request, and carries out faults, which only the server itself can do. WireMock answers all
/// other requests, from what was read here.
/// </summary>
internal sealed class EmulatorMiddleware(
    EmulatorService service, FaultPlan faults, RequestLog requests, OpenConnections connections, CancellationToken disposed)
{
    /// <summary>Carries the number of a request through WireMock.</summary>
    public const string NumberHeader = "x-emulator-exchange";

    private readonly ConcurrentDictionary<string, Exchange> _underway = new(StringComparer.Ordinal);

    /// <summary>Answers a request that WireMock hands back.</summary>
    public Reply Answer(string number)
    {
        var exchange = _underway[number];
        exchange.Reply = service.Answer(exchange);
        return exchange.Reply;
    }

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        connections.Track(context);
        try
        {
            await HandleAsync(context, next).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested || disposed.IsCancellationRequested)
        {
            // Nobody is waiting for the response.
            context.Abort();
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            var reply = refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? ErrorReplies.TooLarge : ErrorReplies.Invalid();
            await reply.SendAsync(context.Response, context.RequestAborted).ConfigureAwait(false);
        }
        catch (IOException) when (!context.Response.HasStarted)
        {
            // The client disconnected while it was still sending.
            context.Abort();
        }
    }

    private async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var body = await RequestReader.ReadBodyAsync(context).ConfigureAwait(false);
        var exchange = RequestReader.Read(context, body, service.Routes, service.Options);
        requests.Add(RequestReader.Record(context, exchange, body));
        context.Response.Headers["x-request-id"] = exchange.RequestId;
        if (!await FailedAsync(context, exchange).ConfigureAwait(false))
        {
            await PassOnAsync(context, exchange, next).ConfigureAwait(false);
        }
    }

    private async Task<bool> FailedAsync(HttpContext context, Exchange exchange)
    {
        if (exchange.Match?.Route.Operation is not { } operation || faults.Take(operation) is not { } fault)
        {
            return false;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, disposed);
        var affected = new FaultContext(context, operation, () => service.Answer(exchange), ended.Token);
        return await fault.ApplyAsync(affected).ConfigureAwait(false);
    }

    private async Task PassOnAsync(HttpContext context, Exchange exchange, RequestDelegate next)
    {
        var number = context.TraceIdentifier;
        _underway[number] = exchange;
        try
        {
            // The request has been read already. WireMock would only parse it again, or fail to.
            var request = context.Request;
            request.Body = Stream.Null;
            request.Headers.Clear();
            request.Host = new HostString("127.0.0.1");
            request.Path = "/";
            request.QueryString = QueryString.Empty;
            request.Headers[NumberHeader] = number;
            context.Response.OnStarting(() =>
            {
                SetLength(context.Response, exchange);
                return Task.CompletedTask;
            });
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            _underway.TryRemove(number, out _);
        }
    }

    /// <summary>WireMock sends no Content-Length, but the service does.</summary>
    private static void SetLength(HttpResponse response, Exchange exchange)
    {
        if (exchange.Reply is { Body.Length: > 0 } reply)
        {
            response.ContentLength = reply.Body.Length;
        }
    }
}
