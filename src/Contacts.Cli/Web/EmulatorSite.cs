using Contacts.Cli.Explorer;
using Contacts.Generated.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Contacts.Cli.Web;

/// <summary>
/// What an emulator serves beside the API: an inbox at its root, the explorer of the contract, and the addresses that control it. Nothing
/// of it is among the emulator's requests, and the pages load nothing from elsewhere.
/// </summary>
internal sealed class EmulatorSite
{
    private const string Root = "/";

    // Texts of the data may contain anything, so the inbox has neither scripts nor styles in its markup, and the browser refuses to make
    // markup from texts.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private readonly RequestFeed _feed = new(TimeProvider.System);
    private readonly BrowserRepeats _repeats = new();
    private readonly ApiExplorer _explorer = new();
    private string _prefix = "";

    /// <summary>The emulator, once it runs.</summary>
    public ContactsEmulator? Emulator
    {
        get => _explorer.Emulator;
        set => _explorer.Emulator = value;
    }

    /// <summary>Adds the pages to an emulator that is about to start.</summary>
    public void AddTo(ContactsEmulatorOptions options)
    {
        _prefix = options.PathPrefix;
        options.InFront += AddTo;
        options.Handled += _feed.Add;
    }

    private void AddTo(IApplicationBuilder server)
    {
        var stopping = server.ApplicationServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var control = new ControlEndpoints(() => Emulator, _feed, stopping);
        server.Use(static next => context =>
        {
            context.Response.OnStarting(Protect, context.Response);
            return next(context);
        });
        server.Use(next => context =>
        {
            if (!_repeats.Contains(context.Request))
            {
                return next(context);
            }

            context.Abort();
            return Task.CompletedTask;
        });
        server.Use(next => context => context.Request.Path.StartsWithSegments(ControlEndpoints.Root, StringComparison.Ordinal)
            ? control.AnswerAsync(context)
            : next(context));
        server.Use(next => context => FileFor(context) is { } file ? SendAsync(context, file) : next(context));
        _explorer.AddTo(server);
    }

    // A response with a policy of its own keeps it.
    private static Task Protect(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Content-Security-Policy", Policy);
        headers.TryAdd("Referrer-Policy", "no-referrer");
        return Task.CompletedTask;
    }

    private Reply? FileFor(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Path.Value is not { } path)
        {
            return null;
        }

        if (path != Root && path != _prefix && path != _prefix + Root)
        {
            return PageFiles.Find(path);
        }

        // At the root, the gateway reports its health; browsers that open this address get the page instead.
        context.Response.Headers.Vary = "Accept";
        return request.Headers.Accept.Any(static types => types!.Contains("text/html", StringComparison.OrdinalIgnoreCase))
            ? PageFiles.PageFor(_prefix)
            : null;
    }

    private static Task SendAsync(HttpContext context, Reply file)
    {
        // The next version of the command may have other files at the same address.
        context.Response.Headers.CacheControl = "no-cache";
        return file.SendAsync(context.Response, context.RequestAborted);
    }
}
