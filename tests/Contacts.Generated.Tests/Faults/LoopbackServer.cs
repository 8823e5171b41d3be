using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Contacts.Generated.Tests;

/// <summary>A server on loopback that counts the requests whose bodies came whole, and answers each as the test says.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private int _requests;

    private LoopbackServer(WebApplication application) => _application = application;

    public Uri Address { get; private set; } = null!;

    public int Requests => Volatile.Read(ref _requests);

    /// <param name="answer">What answers.</param>
    /// <param name="takesBody">Whether the body is read and the request counted first.</param>
    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer, bool takesBody = true)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Limits.MinResponseDataRate = null;
        });
        var server = new LoopbackServer(builder.Build());
        server._application.Run(async context =>
        {
            if (takesBody)
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
                Interlocked.Increment(ref server._requests);
            }

            await answer(context);
        });
        await server._application.StartAsync();
        server.Address = new Uri(
            server._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return server;
    }

    public static Task<LoopbackServer> AnsweringAsync(int status, string body = "") => StartAsync(context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    });

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
