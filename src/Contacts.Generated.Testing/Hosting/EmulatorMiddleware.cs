using Microsoft.AspNetCore.Http;

namespace Contacts.Generated.Testing;

/// <summary>
/// Runs before WireMock: keeps each request as it was sent, and carries out the faults, which only the server itself can do. WireMock
/// answers all other requests.
/// </summary>
internal sealed class EmulatorMiddleware(
    EmulatorService service,
    FaultPlan faults,
    LatencyPlan latencies,
    RequestLog requests,
    OpenConnections connections,
    CancellationToken disposed)
{
    /// <summary>WireMock's log counts requests and not bytes, so it gets no larger bodies, in either direction.</summary>
    public const int MaxLoggedBody = 64 << 10;

    private readonly AsyncLocal<Exchange?> _current = new();

    /// <summary>The request that WireMock is answering, as it was sent: WireMock's own view of it has decoded paths.</summary>
    public Exchange? Current => _current.Value;

    private ContactsEmulatorOptions Options => service.Options;

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
        if (Options.AdminApi && context.Request.Path.StartsWithSegments("/__admin", StringComparison.Ordinal))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var body = await RequestReader.ReadBodyAsync(context).ConfigureAwait(false);
        var exchange = RequestReader.Read(context, body, service.Routes, Options);
        var request = RequestReader.Record(context, exchange, body);
        requests.Add(request);
        context.Response.Headers["x-request-id"] = exchange.RequestId;
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            await RespondAsync(context, exchange, body, next).ConfigureAwait(false);
        }
        finally
        {
            Options.Handled?.Invoke(HandledRequest.Of(request, context, TimeProvider.System.GetElapsedTime(started)));
        }
    }

    private async Task RespondAsync(HttpContext context, Exchange exchange, byte[] body, RequestDelegate next)
    {
        using var cut = new CancellationTokenSource(Options.GatewayTimeout ?? Timeout.InfiniteTimeSpan, Options.TimeProvider);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, disposed, cut.Token);
        try
        {
            if (!await HasFailedAsync(context, exchange, ended.Token).ConfigureAwait(false))
            {
                await PassOnAsync(context, exchange, body, next).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cut.IsCancellationRequested && !context.Response.HasStarted)
        {
            await ErrorReplies.GatewayTimeout.SendAsync(context.Response, context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cut.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private async Task<bool> HasFailedAsync(HttpContext context, Exchange exchange, CancellationToken ended)
    {
        var operation = exchange.Match?.Route.Operation;
        var latency = latencies.Next(operation);
        if (latency > TimeSpan.Zero)
        {
            await Task.Delay(latency, Options.TimeProvider, ended).ConfigureAwait(false);
        }

        return operation is not null && faults.Take(operation) is { } fault
            && await fault.ApplyAsync(new FaultContext(context, operation, () => service.Answer(exchange, exchange.Match?.Route), ended))
                .ConfigureAwait(false);
    }

    private async Task PassOnAsync(HttpContext context, Exchange exchange, byte[] body, RequestDelegate next)
    {
        var request = context.Request;
        request.Body = body.Length <= MaxLoggedBody ? new MemoryStream(body) : Stream.Null;
        if (exchange.Path.StartsWith('/'))
        {
            // WireMock decodes the path that the server has decoded already, and takes a plus for a blank. So it gets the path as sent.
            request.Path = new PathString(exchange.Path.Replace("+", "%2B", StringComparison.Ordinal));
        }

        // WireMock sends no Content-Length, but the service does.
        context.Response.OnStarting(() =>
        {
            if (exchange.Reply is { Body.Length: > 0 and var length })
            {
                context.Response.ContentLength = length;
            }

            return Task.CompletedTask;
        });
        _current.Value = exchange;
        await next(context).ConfigureAwait(false);
        if (exchange.Reply is { Body.Length: > MaxLoggedBody } reply)
        {
            await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
