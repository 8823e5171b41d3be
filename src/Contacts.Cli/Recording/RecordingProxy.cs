using System.Net;
using Contacts.Generated.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Contacts.Cli.Recording;

/// <summary>Forwards requests to a gateway as they are, and gives what came to a recording.</summary>
internal sealed class RecordingProxy : IAsyncDisposable
{
    /// <summary>A larger body is forwarded, and not kept.</summary>
    private const int MaxBody = 1 << 20;

    // What belongs to a connection, and what would compress or cache away the body that is to be read.
    private static readonly HashSet<string> _notForwarded = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept-Encoding", "Connection", "Content-Length", "Host", "If-Modified-Since", "If-None-Match", "Keep-Alive", "Proxy-Connection",
        "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly RecordedStubs _recording;
    private readonly Uri _gateway;
    private readonly Action<RecordedExchange> _tell;
    private WebApplication? _application;

    private RecordingProxy(Uri gateway, RecordedStubs recording, Action<RecordedExchange> tell) =>
        (_gateway, _recording, _tell) = (gateway, recording, tell);

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_application!.Urls.Single());

    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<RecordingProxy> StartAsync(
        Uri gateway, int port, RecordedStubs recording, Action<RecordedExchange> tell, CancellationToken cancellationToken)
    {
        var proxy = new RecordingProxy(gateway, recording, tell);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.Listen(IPAddress.Loopback, port);
            server.Limits.MaxRequestBodySize = null;
        });
        var application = builder.Build();
        var hosts = AllowedHosts.LoopbackAnd("127.0.0.1");
        application.Use(next => context => hosts.InvokeAsync(context, next));
        application.Run(proxy.ForwardAsync);
        proxy._application = application;
        await application.StartAsync(cancellationToken);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is { } application)
        {
            using var now = new CancellationTokenSource(TimeSpan.Zero);
            await application.StopAsync(now.Token);
            await application.DisposeAsync();
        }

        _client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var request = Copy(context.Request, target);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
            await AnswerAsync(context, response, target);
        }
        catch (HttpRequestException) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            await context.Response.WriteAsync("The gateway could not be reached.", context.RequestAborted);
            _tell(new RecordedExchange(context.Request.Method, PathOf(target), 502, null, "the gateway could not be reached"));
        }
    }

    private HttpRequestMessage Copy(HttpRequest request, string target)
    {
        var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(_gateway.AbsoluteUri.TrimEnd('/') + target));
        if (request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0)
        {
            forwarded.Content = new StreamContent(request.Body);
            forwarded.Content.Headers.ContentLength = request.ContentLength;
        }

        foreach (var header in request.Headers.Where(header => !_notForwarded.Contains(header.Key)))
        {
            if (!forwarded.Headers.TryAddWithoutValidation(header.Key, header.Value.AsEnumerable()))
            {
                forwarded.Content?.Headers.TryAddWithoutValidation(header.Key, header.Value.AsEnumerable());
            }
        }

        return forwarded;
    }

    private async Task AnswerAsync(HttpContext context, HttpResponseMessage response, string target)
    {
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var header in response.Headers.Concat(response.Content.Headers).Where(header => !_notForwarded.Contains(header.Key)))
        {
            context.Response.Headers[header.Key] = header.Value.ToArray();
        }

        using var kept = new MemoryStream();
        await using var body = await response.Content.ReadAsStreamAsync(context.RequestAborted);
        var buffer = new byte[64 << 10];
        for (int read; (read = await body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
            if (kept.Length <= MaxBody)
            {
                kept.Write(buffer, 0, read);
            }
        }

        _tell(Keep(context.Request.Method, target, response, kept));
    }

    private RecordedExchange Keep(string method, string target, HttpResponseMessage response, MemoryStream body)
    {
        var status = (int)response.StatusCode;
        var path = PathOf(target);
        var type = response.Content.Headers.ContentType?.ToString();
        var isText = type is null || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || type.Contains("json", StringComparison.OrdinalIgnoreCase);
        if (body.Length > MaxBody || !isText)
        {
            return new RecordedExchange(method, path, status, null, isText ? "longer than 1 MiB" : "not text");
        }

        var wait = response.Headers.RetryAfter?.ToString();
        var operation = _recording.Add(method, path, target[path.Length..], new Reply(status, type, body.ToArray())
        {
            Headers = wait is null ? [] : [new("Retry-After", wait)],
        });
        return new RecordedExchange(method, path, status, operation, operation is null ? "no operation of the contract" : null);
    }

    private static string PathOf(string target) => target.Split('?')[0];
}

/// <summary>A request that was forwarded.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, with real ids.</param>
/// <param name="Status">The status of the response.</param>
/// <param name="Operation">The operation; null if it was not kept.</param>
/// <param name="NotKept">Why it was not kept; null if it was.</param>
internal sealed record RecordedExchange(string Method, string Path, int Status, string? Operation, string? NotKept);
