using System.Globalization;
using Microsoft.AspNetCore.Builder;
using WireMock;
using WireMock.Exceptions;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;
using WireMock.Types;
using WireMock.Util;

namespace Contacts.Generated.Testing;

/// <summary>WireMock on a loopback port, with the emulator's middleware in front of it.</summary>
internal sealed class EmulatorServer : IDisposable
{
    private const int MaxTries = 8;

    private readonly WireMockServer _server;

    private EmulatorServer(WireMockServer server) => _server = server;

    public Uri Address => new($"http://127.0.0.1:{_server.Ports[0].ToString(CultureInfo.InvariantCulture)}");

    /// <exception cref="IOException">The port is in use, or may not be used.</exception>
    public static EmulatorServer Start(EmulatorMiddleware middleware, int port, Action<IApplicationBuilder>? inFront)
    {
        // WireMock looks for a free port first and binds to it later, and another server may take it in between.
        for (var triesLeft = port == 0 ? MaxTries : 1; ; triesLeft--)
        {
            try
            {
                return StartOnce(middleware, port, inFront);
            }
            catch (WireMockException failure) when (triesLeft == 1)
            {
                var number = port.ToString(CultureInfo.InvariantCulture);
                throw new IOException(
                    $"Port {number} on 127.0.0.1 is not available; it may be in use. Choose another one, or 0 for any free port.", failure);
            }
            catch (WireMockException)
            {
                // The next try finds another free port.
            }
        }
    }

    private static EmulatorServer StartOnce(EmulatorMiddleware middleware, int port, Action<IApplicationBuilder>? inFront)
    {
        var server = WireMockServer.Start(new WireMockServerSettings
        {
            Urls = [$"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}"],
            MaxRequestLogCount = 1,

            // Milliseconds. Many that start at once on a busy machine take longer than WireMock's own limit of ten seconds.
            StartTimeout = 60_000,
            DoNotSaveDynamicResponseInLogEntry = true,
            PreWireMockMiddlewareInit = app => Prepare((IApplicationBuilder)app, middleware, inFront),
        });
        server.Given(Request.Create())
            .RespondWith(Response.Create().WithCallback(request => ToWireMock(middleware.Answer(NumberOf(request)))));
        return new EmulatorServer(server);
    }

    public void Dispose()
    {
        _server.Stop();
        _server.Dispose();
    }

    private static void Prepare(IApplicationBuilder app, EmulatorMiddleware middleware, Action<IApplicationBuilder>? inFront)
    {
        app.Use(next => context => AllowedHosts.Loopback.InvokeAsync(context, next));
        inFront?.Invoke(app);
        app.Use(next => context => middleware.InvokeAsync(context, next));
    }

    private static string NumberOf(IRequestMessage request) => request.Headers?[EmulatorMiddleware.NumberHeader].FirstOrDefault() ?? "";

    private static ResponseMessage ToWireMock(Reply reply)
    {
        var message = new ResponseMessage
        {
            StatusCode = reply.Status,
            BodyData = new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = reply.Body },
        };
        foreach (var header in reply.Headers)
        {
            message.AddHeader(header.Key, header.Value);
        }

        if (reply.ContentType is { } type)
        {
            message.AddHeader("Content-Type", type);
        }

        return message;
    }
}
