using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Contacts.Generated.Testing;

/// <summary>
/// The names under which an emulator answers. A page of another site can make its own name point to 127.0.0.1, and would then read what is here as its own;
/// but the browser says in <c>Host</c> which name it used.
/// </summary>
internal sealed class AllowedHosts(params string[] names)
{
    private readonly HashSet<string> _names = new(names, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of the machine itself, which nobody else can give out.</summary>
    public static AllowedHosts Loopback { get; } = new("localhost", "127.0.0.1", "[::1]");

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (Allows(context))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var reply = Refusals.Named(421, "Misdirected Request", $"This emulator answers only requests to {string.Join(", ", _names)}, on any port: use one of these in the address");
        await ReplyWriter.WriteAsync(context.Response, reply, context.RequestAborted).ConfigureAwait(false);
    }

    // A request line may have a whole address, which counts beside the header.
    private bool Allows(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var isAddress = !target.StartsWith('/') && target.Contains("://", StringComparison.Ordinal);
        return Contains(context.Request.Host.Host) && (!isAddress || (Uri.TryCreate(target, UriKind.Absolute, out var address) && Contains(address.Host)));
    }

    // A dot at the end is the same name, written in full.
    private bool Contains(string host) => _names.Contains(host.EndsWith('.') ? host[..^1] : host);
}
