using System.Globalization;
using Contacts.Cli.Connection;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Options;
using Contacts.Generated;

namespace Contacts.Cli.Doctor;

/// <summary>
/// The checks of <c>contacts doctor</c>. Each builds on the one before; the first that fails decides the exit code. Only GETs are sent.
/// </summary>
internal sealed class Diagnostics(CliHost host)
{
    private readonly Report _report = new(host);

    public async Task<int> RunAsync(Func<Task<ServiceCall>> connect, CancellationToken cancellationToken)
    {
        var subject = "configuration";
        try
        {
            var call = await connect();
            var (client, gateway) = (call.Client, call.Connection.Options.GatewayUrl!);
            await _report.AddAsync(new(Verdict.Ok, subject, $"{gateway.GetLeftPart(UriPartial.Path)} ({call.Connection.GatewaySource})"));
            await _report.AddAsync(new(Verdict.Ok, subject, Describe(call)));
            if (host.ProxyFor(gateway) is { } proxy)
            {
                // Without the user name and the password that an address may contain.
                var name = proxy.GetComponents(UriComponents.Host | UriComponents.StrongPort, UriFormat.UriEscaped);
                await _report.AddAsync(new(Verdict.Ok, subject, $"through the proxy {name}, which the environment or the system names"));
            }

            subject = "reachability";
            var started = host.Clock.GetTimestamp();
            var contacts = await client.WithResponse.ListAsync(new ContactsListOptions { Limit = 1 }, cancellationToken);
            var milliseconds = host.Clock.GetElapsedTime(started).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
            await _report.AddAsync(new(Verdict.Ok, subject, $"answered in {milliseconds} ms"));

            subject = "credential";
            var notifications = await client.ListNotificationsAsync(new ContactsListNotificationsOptions { Limit = 1 }, cancellationToken);
            await _report.AddAsync(new(Verdict.Ok, subject, "reads contacts and notifications"));
            await _report.AddAsync(ClockCheck.Of(contacts.Headers, host.Clock.GetUtcNow()));

            subject = "dialect";
            (string, ContactsDialect?)[] probes =
            [
                ("contacts", Dialect.DetectFrom(contacts.Value)),
                ("notifications", Dialect.DetectFrom(notifications)),
            ];
            await _report.AddAsync(DialectFinding.Of(probes, call.Connection.Options.Dialect, out var fitting));
            await WriteSettingsAsync(call.Connection.Options, fitting);
            return ExitCode.Success;
        }
        catch (Exception exception) when (exception is not (OutputException or OperationCanceledException))
        {
            var failure = Failure.Of(exception);

            // A credential can be rejected only by a service that was reached.
            if (subject == "reachability" && failure.ExitCode is ExitCode.Authentication)
            {
                await _report.AddAsync(new(Verdict.Ok, subject, "the service responds"));
                subject = "credential";
            }

            await _report.AddAsync(new(Verdict.Failed, subject, failure.Message!));
            return failure.ExitCode;
        }
    }

    private static string Describe(ServiceCall call)
    {
        var options = call.Connection.Options;
        var organization = call.Connection.OrganizationSource is { } source ? $"organization of {source}" : "no organization";
        var header = options switch
        {
            { ApiKey: not null } => "x-api-key",
            { AccessToken: not null } => "x-access-token",
            _ => "Authorization: Bearer",
        };
        var credential = $"credential of {call.Connection.CredentialSource}, sent as {header}";
        return $"{credential}, {organization}, dialect {DialectOption.NameOf(options.Dialect)}";
    }

    private async Task WriteSettingsAsync(ContactsClientOptions options, ContactsDialect fitting)
    {
        var gateway = options.GatewayUrl!.AbsoluteUri.TrimEnd('/');
        await _report.LineAsync("");
        await _report.LineAsync("To paste:");
        var assignment = OperatingSystem.IsWindows() ? "$env:IMBRACE_GATEWAY_URL = " : "export IMBRACE_GATEWAY_URL=";
        await _report.LineAsync($"  {assignment}'{gateway}'");
        await _report.LineAsync($"  contacts list --dialect {DialectOption.NameOf(fitting)}");
        var settings = $"GatewayUrl = new Uri(\"{gateway}\"), Dialect = ContactsDialect.{fitting}";
        await _report.LineAsync($"  new ContactsClientOptions {{ {settings} }}");
    }
}
