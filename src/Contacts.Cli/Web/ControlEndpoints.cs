using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Contacts.Cli.Samples;
using Contacts.Generated.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Contacts.Cli.Web;

/// <summary>
/// The addresses below <c>/__emulator</c>, by which people and scripts control a running emulator. They need no credential, so requests of
/// pages from elsewhere are refused: a browser says where a page comes from, and everything else is a program on this machine.
/// </summary>
internal sealed class ControlEndpoints(Func<ContactsEmulator?> emulator, RequestFeed feed, CancellationToken stopping)
{
    public const string Root = "/__emulator";

    private const int MaxBody = 64 << 10;

    // People read it in a terminal; no browser takes it for markup.
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<CallSamples> _samples = new(CallSamples.OfEmulator);

    private (string Method, string Path, Func<HttpContext, ContactsEmulator, Task<Reply>> Answer)[] Endpoints =>
    [
        (HttpMethods.Get, "/requests", ListAsync),
        (HttpMethods.Get, "/events", StreamAsync),
        (HttpMethods.Get, "/operations", NameAsync),
        (HttpMethods.Post, "/reset", ResetAsync),
        (HttpMethods.Post, "/fail", FailAsync),
        (HttpMethods.Post, "/samples", SampleAsync),
    ];

    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var reply = await ReplyAsync(context);
        if (!context.Response.HasStarted)
        {
            await reply.SendAsync(context.Response, context.RequestAborted);
        }
    }

    private async Task<Reply> ReplyAsync(HttpContext context)
    {
        var request = context.Request;
        var known = Endpoints.Where(endpoint => request.Path == Root + endpoint.Path).ToList();
        if (IsForeign(request))
        {
            return Error(403, "Only the emulator's own pages may use this. Programs must not send an Origin header.");
        }

        if (known is not [var found])
        {
            return Error(404, "There are " + string.Join(", ", Endpoints.Select(static one => $"{one.Method} {Root}{one.Path}")) + ".");
        }

        if (!HttpMethods.Equals(request.Method, found.Method))
        {
            context.Response.Headers.Allow = found.Method;
            return Error(405, $"Use {found.Method} for {Root}{found.Path}.");
        }

        try
        {
            return emulator() is { } running ? await found.Answer(context, running) : Error(503, "The emulator is starting. Try again.");
        }
        catch (ControlException mistake)
        {
            return Error(400, mistake.Message);
        }
    }

    /// <summary>Whether a browser says that the request comes from another page than one of this emulator.</summary>
    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is not ("" or "same-origin" or "none") || (origin.Length > 0 && origin != $"{request.Scheme}://{request.Host}");
    }

    private Task<Reply> ListAsync(HttpContext context, ContactsEmulator running)
    {
        var entries = feed.After(NumberOf(context.Request.Query["after"], "after"));
        var requests = new JsonArray([.. entries.Select(static entry => entry.Request?.DeepClone()).OfType<JsonNode>()]);
        return Task.FromResult(Json(requests));
    }

    // Each request is an event, and so is a reset. A reader that was cut off says which number it has seen last.
    private async Task<Reply> StreamAsync(HttpContext context, ContactsEmulator running)
    {
        var seen = context.Request.Headers["Last-Event-ID"].ToString();
        var number = NumberOf(seen.Length > 0 ? seen : context.Request.Query["after"], "after");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        try
        {
            await context.Response.WriteAsync("retry: 1000\n\n", ended.Token);
            if (feed.IsAhead(number))
            {
                number = 0;
                await context.Response.WriteAsync(EventOf(new FeedEntry(number, null)), ended.Token);
            }

            while (true)
            {
                await context.Response.Body.FlushAsync(ended.Token);
                foreach (var entry in await feed.WaitAfterAsync(number, ended.Token))
                {
                    await context.Response.WriteAsync(EventOf(entry), ended.Token);
                    number = entry.Number;
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return Empty;
        }
    }

    private static string EventOf(FeedEntry entry) => entry.Request is { } request
        ? $"id: {entry.Number}\ndata: {request.ToJsonString(_readable)}\n\n"
        : $"id: {entry.Number}\nevent: reset\ndata: {{}}\n\n";

    private Task<Reply> ResetAsync(HttpContext context, ContactsEmulator running)
    {
        running.Reset();
        feed.Reset();
        return Task.FromResult(Empty);
    }

    private static async Task<Reply> FailAsync(HttpContext context, ContactsEmulator running)
    {
        var planned = PlannedFault.Read(await ReadAsync(context));
        try
        {
            running.FailNext(planned.Operation, planned.Fault, planned.Times);
            return Empty;
        }
        catch (ArgumentException mistake) when (mistake.ParamName == "operation")
        {
            // Without the name of the parameter, which .NET puts behind the sentence.
            throw new ControlException(mistake.Message.Split(" (Parameter ")[0]);
        }
    }

    private Task<Reply> NameAsync(HttpContext context, ContactsEmulator running) =>
        Task.FromResult(Json(new JsonArray([.. _samples.Value.Operations.Select(static name => JsonValue.Create(name))])));

    private async Task<Reply> SampleAsync(HttpContext context, ContactsEmulator running)
    {
        var asked = await ReadAsync(context);
        var gateway = $"{context.Request.Scheme}://{context.Request.Host}{running.GatewayUrl.AbsolutePath.TrimEnd('/')}";
        var (operation, path) = (TextOf(asked, "operation"), TextOf(asked, "path"));
        var body = asked.TryGetProperty("body", out var sent) ? JsonNode.Parse(sent.GetRawText()) : null;
        return _samples.Value.Of(operation, path, body, gateway) is { } sample
            ? Json(new JsonObject { ["csharp"] = sample.CSharp, ["curl"] = sample.Curl, ["command"] = sample.Command })
            : throw new ControlException("operation must be the name of one, such as \"update\".");
    }

    private static string TextOf(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new ControlException($"{name} must be a string.");

    private static long NumberOf(string? text, string name) =>
        string.IsNullOrEmpty(text) ? 0
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new ControlException($"{name} must be the number of a request, 0 or more.");

    private static async Task<JsonElement> ReadAsync(HttpContext context)
    {
        try
        {
            context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MaxBody;
            using var document = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new ControlException("The body must be JSON.");
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new ControlException("The body must have at most 64 KiB.");
        }
    }

    private static Reply Empty => new(204, null, []);

    private static Reply Json(JsonNode body) => Reply.Text(200, Reply.JsonType, body.ToJsonString(_readable));

    private static Reply Error(int status, string message) => Reply.JsonObject(writer => writer.WriteString("message", message), status);
}

/// <summary>A request that cannot be carried out as it is; the message says what to change.</summary>
internal sealed class ControlException(string message) : Exception(message)
{
    public static void Unless(bool isRight, string message)
    {
        if (!isRight)
        {
            throw new ControlException(message);
        }
    }
}
