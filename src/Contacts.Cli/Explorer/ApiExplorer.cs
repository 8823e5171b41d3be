using System.Text;
using System.Text.Json;
using Contacts.Generated.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Contacts.Cli.Explorer;

/// <summary>
/// A page in front of an emulator, on which every operation of the contract can be read and tried. It loads nothing from elsewhere.
/// </summary>
internal sealed class ApiExplorer
{
    private const string Root = "/";
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
            .swagger-ui .opblock-body, .swagger-ui .responses-inner { overflow-x: auto; }
            html.dark-mode, html.dark-mode body { background: #1c2022; }
            html.dark-mode .swagger-ui .headers td, html.dark-mode .swagger-ui .headers .header-col,
            html.dark-mode .swagger-ui .response-col_links { color: #e4e6e6; }
            @media (max-width: 640px) {
                .swagger-ui .opblock .opblock-summary-operation-id { display: none; }
                .swagger-ui select { max-width: calc(100vw - 4rem); }
            }
        </style>
        """;

    private const string ScriptPath = "/explorer.js";

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
            ContractPath when Emulator is { } emulator => SendContractAsync(context, emulator),
            ScriptPath => SendAsync(context, "text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(Script)),
            _ => next(context),
        })
        .Use(next => context =>
        {
            context.Response.OnStarting(Protect, context.Response);
            return next(context);
        })
        .Use(next => context =>
        {
            ChooseRoot(context);
            return next(context);
        })
        .UseWhen(static context => context.Request.Path != Root, static page => page.UseSwaggerUI(Configure));

    // At the root, the gateway reports its health; browsers that open this address get the page instead.
    private static void ChooseRoot(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) && request.Path == Root)
        {
            context.Response.Headers.Vary = "Accept";
            if (request.Headers.Accept.Any(static types => types!.Contains("text/html", StringComparison.OrdinalIgnoreCase)))
            {
                request.Path = "/index.html";
            }
        }
    }

    // A response with a policy of its own keeps it.
    private static Task Protect(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Content-Security-Policy", Policy);
        return Task.CompletedTask;
    }

    private static void Configure(SwaggerUIOptions page)
    {
        page.RoutePrefix = "";
        page.DocumentTitle = "Contacts emulator";
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
        var contract = _contract.For(await LiveIds.OfAsync(emulator, context.RequestAborted));
        await SendAsync(context, "application/json", JsonSerializer.SerializeToUtf8Bytes(contract));
    }

    private static async Task SendAsync(HttpContext context, string contentType, byte[] body)
    {
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
