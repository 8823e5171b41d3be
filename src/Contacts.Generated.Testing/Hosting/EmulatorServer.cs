using System.Globalization;
using Microsoft.AspNetCore.Builder;
using WireMock.Exceptions;
using WireMock.Server;
using WireMock.Settings;

namespace Contacts.Generated.Testing;

/// <summary>WireMock on a loopback port, with the emulator's middleware in front of it.</summary>
internal sealed class EmulatorServer : IDisposable
{
    private const int MaxTries = 8;

    /// <summary>How many requests WireMock's log keeps. For each request, it sorts and copies all of them.</summary>
    private const int LogCapacity = 500;

    private readonly EmulatorMappings _mappings;

    private EmulatorServer(WireMockServer wireMock, EmulatorMappings mappings)
    {
        WireMock = wireMock;
        _mappings = mappings;
        _mappings.AddTo(wireMock);
    }

    public WireMockServer WireMock { get; }

    public Uri Address => new($"http://127.0.0.1:{WireMock.Ports[0].ToString(CultureInfo.InvariantCulture)}");

    /// <exception cref="IOException">The port is in use, or may not be used.</exception>
    public static EmulatorServer Start(EmulatorMiddleware middleware, EmulatorMappings mappings, ContactsEmulatorOptions options)
    {
        var port = options.Port;

        // WireMock looks for a free port first and binds to it later, and another server may take it in between.
        for (var triesLeft = port == 0 ? MaxTries : 1; ; triesLeft--)
        {
            try
            {
                return StartOnce(middleware, mappings, options);
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

    private static EmulatorServer StartOnce(EmulatorMiddleware middleware, EmulatorMappings mappings, ContactsEmulatorOptions options)
    {
        var server = WireMockServer.Start(new WireMockServerSettings
        {
            Urls = [$"http://127.0.0.1:{options.Port.ToString(CultureInfo.InvariantCulture)}"],
            StartAdminInterface = options.AdminApi,
            MaxRequestLogCount = LogCapacity,

            // Milliseconds. Many that start at once on a busy machine take longer than WireMock's own limit of ten seconds.
            StartTimeout = 60_000,
            AllowBodyForAllHttpMethods = true,
            DisableRequestBodyDecompressing = true,
            PreWireMockMiddlewareInit = app => Prepare((IApplicationBuilder)app, middleware, options.InFront),
        });
        return new EmulatorServer(server, mappings);
    }

    /// <summary>Takes away the users' stubs and the log, and brings back what answers the operations.</summary>
    public void Reset()
    {
        WireMock.Reset();
        _mappings.AddTo(WireMock);
    }

    public void Dispose()
    {
        WireMock.Stop();
        WireMock.Dispose();
    }

    private static void Prepare(IApplicationBuilder app, EmulatorMiddleware middleware, Action<IApplicationBuilder>? inFront)
    {
        app.Use(next => context => AllowedHosts.Loopback.InvokeAsync(context, next));
        inFront?.Invoke(app);
        app.Use(next => context => middleware.InvokeAsync(context, next));
    }
}
