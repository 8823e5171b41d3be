using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Contacts.Generated.Testing;

/// <summary>
/// The host names under which an emulator can be reached. Another site could let its own name resolve to 127.0.0.1, and its pages could
/// then read what is here as if it were theirs; but a browser states in <c>Host</c> which name it used.
/// </summary>
internal sealed class AllowedHosts(params string[] names)
{
    private readonly HashSet<string> _names = new(names, StringComparer.OrdinalIgnoreCase);

    /// <summary>The machine's own names, which nobody else can redirect, and the address that the emulator was told to listen on.</summary>
    public static AllowedHosts LoopbackAnd(string address) => new("localhost", "127.0.0.1", "[::1]", address);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (Allows(context))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var message = $"This emulator answers only requests to {string.Join(", ", _names)}, on any port: use one of these in the address";
        var reply = ErrorReplies.Named(421, "Misdirected Request", message);
        await reply.SendAsync(context.Response, context.RequestAborted).ConfigureAwait(false);
    }

    // A request line may contain a complete address, which must be allowed too.
    private bool Allows(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var isAddress = !target.StartsWith('/') && target.Contains("://", StringComparison.Ordinal);
        return Contains(context.Request.Host.Host)
            && (!isAddress || (Uri.TryCreate(target, UriKind.Absolute, out var address) && Contains(address.Host)));
    }

    // A name that ends with a dot is the same name, written in full.
    private bool Contains(string host) => _names.Contains(host.EndsWith('.') ? host[..^1] : host);
}
