using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Contacts.Generated.Tests;

/// <summary>How the server's side of a fault is played, and what each kind of operation must make of it.</summary>
internal sealed partial class Fault
{
    private static readonly byte[] _block = new byte[64 * 1024];

    private Fault(string name, Func<HttpContext, Task>? play, Func<Operation, Expected> expect)
    {
        Name = name;
        PlayAsync = play;
        Expect = expect;
    }

    public string Name { get; }

    /// <summary>Null where no server is asked.</summary>
    public Func<HttpContext, Task>? PlayAsync { get; }

    public Func<Operation, Expected> Expect { get; }

    /// <summary>The operations that cannot differ from one that is tested; by default none is left out.</summary>
    public Func<Operation, bool> Applies { get; init; } = static _ => true;

    /// <summary>Whether the server stands still until the client gives up, so that the clock must move.</summary>
    public bool Stalls { get; init; }

    /// <summary>How long the answer asks to wait before the next attempt. The backoff of these tests is nothing.</summary>
    public TimeSpan AsksToWait { get; init; }

    /// <summary>What throws in place of the network.</summary>
    public Func<Exception>? Throws { get; init; }

    /// <summary>Whether the next call goes over the same connection; null where that depends on how fast it was closed.</summary>
    public bool? KeepsConnection { get; init; }

    public static Fault Of(string name) => All.Single(fault => fault.Name == name);

    public override string ToString() => Name;

    private static Func<HttpContext, Task> Status(
        int status, string body = "", string? mediaType = null, params (string Name, string Value)[] headers) => async context =>
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = System.Text.Encoding.UTF8.GetByteCount(body);
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(body);
    };

    private static async Task ResetAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Abort();
    }

    private static async Task ResetInBodyAsync(HttpContext context)
    {
        await BeginAsync(context);
        await context.Features.Get<FaultServer>()!.BodyIsReadAsync();
        context.Abort();
    }

    private static async Task StallAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        await GoneAsync(context);
    }

    private static async Task StallInBodyAsync(HttpContext context)
    {
        await BeginAsync(context);
        await GoneAsync(context);
    }

    /// <summary>The head, and a start that every operation takes for its own.</summary>
    private static async Task BeginAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        var isExport = context.Request.Path.Value!.EndsWith("_export_csv", StringComparison.Ordinal);
        context.Response.ContentType = isExport ? "text/csv" : "application/json";
        context.Response.ContentLength = 100_000;
        await context.Response.WriteAsync(isExport ? "id,name\n" : "{\"data\":[");
        await context.Response.Body.FlushAsync();
    }

    private static async Task GoneAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
        await gone.Task;
    }

    private static async Task BigErrorAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.StatusCode = 400;
        context.Response.ContentType = "text/plain";
        for (var sent = 0; sent < 50 << 20 && !context.RequestAborted.IsCancellationRequested; sent += _block.Length)
        {
            await context.Response.Body.WriteAsync(_block);
        }
    }

    /// <summary>64 MiB in some 64 KiB: blanks, which every reader would skip.</summary>
    private static Func<HttpContext, Task> Bomb(string encoding) => async context =>
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.ContentType = context.Request.Path.Value!.EndsWith("_export_csv", StringComparison.Ordinal)
            ? "text/csv"
            : "application/json";
        context.Response.Headers.ContentEncoding = encoding;
        await using Stream bomb = encoding == "gzip"
            ? new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true)
            : new ZLibStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        var blanks = new byte[64 * 1024];
        Array.Fill(blanks, (byte)' ');
        for (var sent = 0; sent < 64 << 20 && !context.RequestAborted.IsCancellationRequested; sent += blanks.Length)
        {
            await bomb.WriteAsync(blanks);
        }
    };

    private static Task RetryAfterDateAsync(HttpContext context) =>
        Status(429, "Too many requests", "text/plain",
            ("Retry-After", (FaultMatrixTests.Now + TimeSpan.FromSeconds(9)).ToString("R", CultureInfo.InvariantCulture)))(context);
}
