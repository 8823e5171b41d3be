using System.CommandLine;
using System.Globalization;
using Contacts.Cli.Failures;
using Contacts.Cli.Options;
using Contacts.Generated;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Emulator;

/// <summary>The options of <c>contacts emulator</c>, and what they set.</summary>
internal sealed class EmulatorOptions
{
    /// <summary>What stands for every operation.</summary>
    private const string Every = "*";

    private readonly Option<string> _host = new("--host")
    {
        Description = "The address to listen on; 0.0.0.0 for all, so that containers and other machines reach the API and the pages.",
        HelpName = "address",
        DefaultValueFactory = static _ => "127.0.0.1",
    };

    private readonly Option<int> _port = Number("--port", "The port; 0 takes any free port.", 0, 0, 65_535);

    private readonly Option<int> _contacts =
        Number("--contacts", "How many contacts to make up, up to 10000000.", 25, 0, ContactsEmulatorOptions.MaxContacts);

    private readonly Option<string> _data = new("--data")
    {
        Description = "Begin with the contacts of a file, and what belongs to them, instead of made-up ones: JSON, NDJSON or CSV.",
        HelpName = "file",
    };

    private readonly Option<int> _seed =
        Number("--seed", "The seed of the data: equal seeds give equal data.", 1, int.MinValue, int.MaxValue);

    private readonly Option<PlannedFault[]> _fail = Several(
        "--fail",
        "Make the next requests of an operation fail: update=503x2, list=reset, *=429. A status, reset, slow, stalled or truncated; "
        + "may be repeated.",
        "operation=fault[xN]",
        ParseFault,
        $"A fault is {FaultNames.All}.");

    private readonly Option<PlannedDelay[]> _delay = Several(
        "--delay",
        "Let each response take this long, or those of one operation: 200ms, 200ms~50ms with jitter, list=2s; may be repeated.",
        "[operation=]time[~time]",
        ParseDelay,
        $"A time is {Times.Form}, and a jitter is not longer than the time.");

    private readonly Option<string> _dialect = DialectOption.CreateWithDefault(
        "The dialect of the responses: the web application's, or the one that the vendor's reference promises.");

    private readonly Option<bool> _strict =
        Flag("--strict", "Ignore what only the other dialect writes, as the service is thought to do.");

    private readonly Option<string> _pathPrefix = new("--path-prefix")
    {
        Description = "The path below which the gateway is reached, as on a machine of one's own: /api.",
        HelpName = "path",
        DefaultValueFactory = static _ => "",
    };

    private readonly Option<int> _rateLimit = Number(
        "--rate-limit", "Requests a second from a credential, which is then blocked for a minute; 0 for any number.", 0, 0, int.MaxValue);

    private readonly Option<bool> _gatewayTimeout =
        Flag("--gateway-timeout", "Give up after 30 seconds with 504, as the gateway does.");

    private readonly Option<bool> _olderGateway = Flag(
        "--older-gateway", "Behave like an older gateway, which drops the body of a DELETE, so that dismissing needs the fallback.");

    private readonly Option<bool> _olderService =
        Flag("--older-service", "Behave like the older service, which returns 400 instead of 404 for an unknown id.");

    private readonly Option<bool> _noCors = Flag("--no-cors", "Let no page of another origin call the API from a browser.");

    private readonly Option<bool> _noJwtChecks = Flag("--no-jwt-checks", "Accept any JWT.");

    public IEnumerable<Option> All =>
    [
        _host, _port, _contacts, _data, _seed, _fail, _delay, _dialect, _strict, _pathPrefix, _rateLimit, _gatewayTimeout, _olderGateway,
        _olderService, _noCors, _noJwtChecks,
    ];

    /// <summary>Starts an emulator with what was asked for.</summary>
    /// <exception cref="UsageException">The address, the prefix or the file cannot be used.</exception>
    public async Task<ContactsEmulator> StartAsync(ParseResult parsed, Action<ContactsEmulatorOptions> configure)
    {
        try
        {
            var emulator = await ContactsEmulator.StartAsync(
                options =>
                {
                    Apply(parsed, options);
                    configure(options);
                },
                CancellationToken.None);
            foreach (var (operation, fault, times) in parsed.GetValue(_fail) ?? [])
            {
                emulator.FailNext(operation, fault, times);
            }

            return emulator;
        }
        catch (ArgumentException invalid) when (OptionOf(invalid.ParamName) is { } option)
        {
            var message = invalid.Message.Split(Environment.NewLine)[0].Split(" (Parameter")[0];
            throw new UsageException(option.Name + message[invalid.ParamName!.Length..]);
        }
    }

    private Option<string>? OptionOf(string? member) => member switch
    {
        nameof(ContactsEmulatorOptions.Host) => _host,
        nameof(ContactsEmulatorOptions.PathPrefix) => _pathPrefix,
        nameof(ContactsEmulatorOptions.DataFile) => _data,
        _ => null,
    };

    private void Apply(ParseResult parsed, ContactsEmulatorOptions options)
    {
        options.Host = parsed.GetValue(_host)!;
        options.Port = parsed.GetValue(_port);
        options.Contacts = parsed.GetValue(_contacts);
        options.DataFile = parsed.GetValue(_data);
        options.Seed = parsed.GetValue(_seed);
        options.Dialect = DialectOption.ToDialect(parsed.GetValue(_dialect));
        options.Strict = parsed.GetValue(_strict);
        options.PathPrefix = parsed.GetValue(_pathPrefix)!;
        options.RateLimit = parsed.GetValue(_rateLimit) is > 0 and var permits ? new EmulatorRateLimit { Permits = permits } : null;
        options.GatewayTimeout = parsed.GetValue(_gatewayTimeout) ? TimeSpan.FromSeconds(30) : null;
        options.OlderGateway = parsed.GetValue(_olderGateway);
        options.OlderService = parsed.GetValue(_olderService);
        options.Cors = !parsed.GetValue(_noCors);
        options.CheckJwts = !parsed.GetValue(_noJwtChecks);
        foreach (var (operation, latency) in parsed.GetValue(_delay) ?? [])
        {
            if (operation is null)
            {
                options.Latency = latency;
            }
            else
            {
                options.LatencyOf[operation] = latency;
            }
        }
    }

    private static PlannedFault? ParseFault(string text)
    {
        var (operation, wanted) = text.Split('=') is [var name, var rest] ? (name, rest) : ("", "");
        var times = 1;
        if (wanted.LastIndexOf('x') is > 0 and var mark
            && int.TryParse(wanted.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out times))
        {
            wanted = wanted[..mark];
        }

        return IsOperation(operation) && times >= 1 && FaultNames.Find(wanted) is { } fault
            ? new PlannedFault(operation == Every ? null : operation, fault, times)
            : null;
    }

    private static PlannedDelay? ParseDelay(string text)
    {
        var (operation, wanted) = text.Split('=') is [var name, var rest] ? (name, rest) : (Every, text);
        var times = wanted.Split('~').Select(Times.Parse).ToArray();
        return IsOperation(operation) && times is [{ } delay, ..] && (times.Length == 1 || (times is [_, { } given] && given <= delay))
            ? new PlannedDelay(
                operation == Every ? null : operation,
                new EmulatorLatency { Delay = delay, Jitter = times.ElementAtOrDefault(1) ?? default })
            : null;
    }

    private static IEnumerable<string> Operations => EmulatedContract.Embedded.Operations.Select(static operation => operation.Id);

    private static bool IsOperation(string name) => name == Every || Operations.Contains(name, StringComparer.Ordinal);

    private static Option<T[]> Several<T>(string name, string description, string helpName, Func<string, T?> parse, string advice)
        where T : class =>
        new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = result =>
            {
                var values = result.Tokens.Select(token => (token.Value, Parsed: parse(token.Value))).ToList();
                foreach (var (value, _) in values.Where(value => value.Parsed is null))
                {
                    result.AddError($"{name} must be {helpName}, and \"{value}\" is not. {AdviceOnOperation(value) ?? advice}");
                }

                return [.. values.Select(value => value.Parsed!)];
            },
        };

    private static string? AdviceOnOperation(string value) =>
        value.Split('=') is not [var operation, _] || IsOperation(operation) ? null
        : $"There is no operation \"{operation}\"; the nearest is \"{NearestName.Of(operation, Operations)}\", and {Every} stands for all.";

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    private static Option<int> Number(string name, string description, int otherwise, int minimum, int maximum)
    {
        var option = Numbers.Option(name, description, "n", minimum, maximum);
        option.DefaultValueFactory = _ => otherwise;
        return option;
    }

    private sealed record PlannedFault(string? Operation, EmulatorFault Fault, int Times);

    private sealed record PlannedDelay(string? Operation, EmulatorLatency Latency);
}
