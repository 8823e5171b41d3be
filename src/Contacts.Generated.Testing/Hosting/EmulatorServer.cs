using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using WireMock.Exceptions;
using WireMock.Server;
using WireMock.Settings;

namespace Contacts.Generated.Testing;

/// <summary>WireMock on a port, with the emulator's middleware in front of it.</summary>
internal sealed class EmulatorServer : IDisposable
{
    private const int MaxTries = 8;

    /// <summary>How many requests WireMock's log keeps. For each request, it sorts and copies all of them.</summary>
    private const int LogCapacity = 500;

    private readonly EmulatorMappings _mappings;

    private EmulatorServer(WireMockServer wireMock, EmulatorMappings mappings, ContactsEmulatorOptions options)
    {
        WireMock = wireMock;
        Address = new Uri($"http://{ReachableAt(options.Host)}:{NumberOf(wireMock.Ports[0])}{options.PathPrefix}");
        _mappings = mappings;
        _mappings.AddTo(wireMock);
    }

    public WireMockServer WireMock { get; }

    public Uri Address { get; }

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
                throw new IOException(
                    $"Port {NumberOf(port)} on {options.Host} is not available; it may be in use. "
                    + "Choose another one, or 0 for any free port.",
                    failure);
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
            Urls = [$"http://{InAddress(options.Host)}:{NumberOf(options.Port)}"],
            StartAdminInterface = options.AdminApi,
            MaxRequestLogCount = LogCapacity,

            // Milliseconds. Many that start at once on a busy machine take longer than WireMock's own limit of ten seconds.
            StartTimeout = 60_000,
            AllowBodyForAllHttpMethods = true,
            DisableRequestBodyDecompressing = true,
            PreWireMockMiddlewareInit = app => Prepare((IApplicationBuilder)app, middleware, options),
        });
        return new EmulatorServer(server, mappings, options);
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

    private static void Prepare(IApplicationBuilder app, EmulatorMiddleware middleware, ContactsEmulatorOptions options)
    {
        if (!IPAddress.TryParse(options.Host, out var address) || IPAddress.IsLoopback(address))
        {
            var hosts = AllowedHosts.LoopbackAnd(InAddress(options.Host));
            app.Use(next => context => hosts.InvokeAsync(context, next));
        }

        options.InFront?.Invoke(app);
        if (options.Cors)
        {
            CrossOrigin.AddTo(app, options.OlderGateway);
        }

        app.Use(next => context => middleware.InvokeAsync(context, next));
    }

    /// <summary>Where clients on this machine reach what listens on an address: on the loopback address, if it listens on all.</summary>
    private static string ReachableAt(string host) => !IPAddress.TryParse(host, out var address) ? host
        : address.Equals(IPAddress.Any) ? "127.0.0.1"
        : address.Equals(IPAddress.IPv6Any) ? "[::1]"
        : InAddress(host);

    private static string InAddress(string host) =>
        host.Contains(':', StringComparison.Ordinal) && !host.StartsWith('[') ? $"[{host}]" : host;

    private static string NumberOf(int number) => number.ToString(CultureInfo.InvariantCulture);
}
