using System.Text;
using System.Text.Json;
using Contacts.Generated.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Contacts.Cli.Explorer;

/// <summary>
/// The page at <c>/explorer</c>, on which every operation of the contract can be read and tried. It loads nothing from elsewhere.
/// </summary>
internal sealed class ApiExplorer
{
    private const string Root = "/explorer";
    private const string ContractPath = "/openapi.json";

    // There is only one contract, so the page offers no choice. Wide parts scroll instead of the page, and the dark mode is as readable as
    // the light one.
    private const string Style = """
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <script src="explorer.js"></script>
        <style>
            .swagger-ui .topbar .download-url-wrapper, .swagger-ui .info .link { display: none; }
            .swagger-ui .topbar-wrapper { flex-wrap: nowrap; justify-content: space-between; }
            .inbox-link { display: block; padding: 10px 20px; font: 600 14px system-ui, sans-serif; color: #1b1b1b; background: #f5f5f5; }
            .inbox-link:focus-visible { outline: 2px solid currentColor; outline-offset: -4px; }
            .swagger-ui .opblock-body, .swagger-ui .responses-inner { overflow-x: auto; }
            html.dark-mode, html.dark-mode body { background: #1c2022; }
            html.dark-mode .inbox-link { color: #f2f2f2; background: #15181a; }
            html.dark-mode .swagger-ui .headers td, html.dark-mode .swagger-ui .headers .header-col,
            html.dark-mode .swagger-ui .response-col_links { color: #e4e6e6; }
            @media (max-width: 640px) {
                .swagger-ui .opblock .opblock-summary-operation-id { display: none; }
                .swagger-ui select { max-width: calc(100vw - 4rem); }
            }
        </style>
        """;

    private const string ScriptPath = Root + "/explorer.js";

    // Any credential will do, so nobody has to set one first; one that was set on the page is kept. This is a script of its own, since an
    // interceptor that is passed as text would be evaluated, which the page's policy forbids.
    private const string Script = """
        addEventListener("DOMContentLoaded", () => {
            const bundle = window.SwaggerUIBundle;
            const addCredential = request => {
                if (!request.headers["x-access-token"] && !request.headers["Authorization"]) {
                    request.headers["x-api-key"] ??= "api_emulator";
                }
                return request;
            };
            const link = document.createElement("a");
            link.href = "/";
            link.className = "inbox-link";
            link.textContent = "← Inbox";
            document.body.prepend(link);
            window.SwaggerUIBundle = Object.assign(config => bundle({ ...config, requestInterceptor: addCredential }), bundle);
        });
        """;

    // Only the page's own scripts run. Its styles and pictures are partly in the page itself.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly ExplorerContract _contract = new();

    /// <summary>The emulator that the page is for, once it runs.</summary>
    public ContactsEmulator? Emulator { get; set; }

    /// <summary>Adds the page to a server.</summary>
    public void AddTo(IApplicationBuilder server) => server
        .Use(next => context => (HttpMethods.IsGet(context.Request.Method) ? context.Request.Path.Value : null) switch
        {
            ContractPath or Root + ContractPath when Emulator is { } emulator => SendContractAsync(context, emulator),
            ScriptPath => SendAsync(context, "text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(Script)),
            _ => next(context),
        })
        .UseWhen(static context => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal), static page => page
            .Use(next => context =>
            {
                context.Response.Headers.ContentSecurityPolicy = Policy;
                return next(context);
            })
            .UseSwaggerUI(Configure));

    private static void Configure(SwaggerUIOptions page)
    {
        page.RoutePrefix = Root[1..];
        page.DocumentTitle = "Contacts explorer";
        page.HeadContent = Style;
        page.SwaggerEndpoint(ContractPath, "Contacts emulator");
        page.DocExpansion(DocExpansion.List);
        page.DefaultModelsExpandDepth(-1);
        page.DisplayOperationId();
        page.DisplayRequestDuration();
        page.EnableTryItOutByDefault();
        page.EnablePersistAuthorization();
    }

    private async Task SendContractAsync(HttpContext context, ContactsEmulator emulator)
    {
        var ids = await LiveIds.OfAsync(emulator, context.RequestAborted);
        var contract = _contract.For(ids, emulator.GatewayUrl.AbsolutePath.TrimEnd('/'));
        await SendAsync(context, "application/json", JsonSerializer.SerializeToUtf8Bytes(contract));
    }

    private static async Task SendAsync(HttpContext context, string contentType, byte[] body)
    {
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
