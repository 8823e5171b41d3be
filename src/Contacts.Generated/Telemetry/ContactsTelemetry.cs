using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Contacts.Generated;

/// <summary>
/// Spans, metrics and log messages, following OpenTelemetry's conventions for HTTP clients. They contain the operation, its path template,
/// statuses, durations and the request id; never a contact's id, a query, a name or a credential.
/// </summary>
internal sealed class ContactsTelemetry : IReadObserver
{
    public const string Name = "Contacts.Generated";

    private static readonly ActivitySource _source = new(Name, UserAgent.Version);
    private static readonly Meter _meter = new(Name, UserAgent.Version);

    private static readonly Histogram<double> _duration =
        CreateHistogram("contacts.client.operation.duration", "s", "Duration of an operation, including retries and waits.");

    private static readonly Counter<long> _retries =
        _meter.CreateCounter<long>("contacts.client.retries", "{retry}", "Number of retries.");

    private static readonly Histogram<double> _waits = CreateHistogram(
        "contacts.client.wait.duration", "s", "Duration of a wait for the rate limiter, or for the service after a 429.");

    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<string, bool> _unreadMembers = new(StringComparer.Ordinal);
    private int _repeatsWereTold;

    public ContactsTelemetry(ILoggerFactory? loggerFactory) =>
        _logger = loggerFactory?.CreateLogger(Name) ?? NullLogger.Instance;

    public static Activity? Start(ICallRecord call, Uri baseAddress)
    {
        if (!_source.HasListeners())
        {
            return null;
        }

        // Set at the start, so that a sampler can use them.
        var tags = new List<KeyValuePair<string, object?>>(6)
        {
            new("http.request.method", call.Method.Method),
            new("server.address", baseAddress.Host),
            new("contacts.operation", call.Operation),
            new("contacts.request_id", SafeId(call)),
        };
        if (baseAddress.Port > 0)
        {
            tags.Add(new("server.port", baseAddress.Port));
        }

        if (call.UrlTemplate is { } template)
        {
            tags.Add(new("url.template", template));
        }

        return _source.StartActivity("contacts " + call.Operation, ActivityKind.Client, parentContext: default, tags);
    }

    public void Attempted(ICallRecord call)
    {
        if (_logger.IsEnabled(LogLevel.Debug))
        {
            var attempt = LastOf(call);
            var sent = $"{call.LastMethod.Method} {call.UrlTemplate ?? "(own address)"}";
            LogMessages.Attempted(
                _logger, call.Operation, sent, OutcomeOf(attempt), attempt.Duration.TotalMilliseconds, call.Attempts.Count, SafeId(call));
        }
    }

    /// <summary>Tells of a wait for the application's limiter, or until the service accepts calls again.</summary>
    public void Waited(ICallRecord call, TimeSpan wait, string reason)
    {
        if (_waits.Enabled)
        {
            _waits.Record(wait.TotalSeconds, new("contacts.operation", call.Operation), new("contacts.wait.reason", reason));
        }

        // Without a listener there is no span of ours, and the current one is the application's.
        if (Activity.Current is { IsAllDataRequested: true } activity && ReferenceEquals(activity.Source, _source))
        {
            activity.AddEvent(new ActivityEvent("contacts.wait", tags: new ActivityTagsCollection
            {
                ["contacts.wait.reason"] = reason,
                ["contacts.wait.duration"] = wait.TotalSeconds,
            }));
        }

        if (_logger.IsEnabled(LogLevel.Debug))
        {
            LogMessages.Waited(_logger, call.Operation, wait.TotalMilliseconds, reason, SafeId(call));
        }
    }

    public void Retrying(ICallRecord call, TimeSpan wait, string reason)
    {
        var last = LastOf(call);
        if (_retries.Enabled)
        {
            _retries.Add(1, new("contacts.operation", call.Operation), new("error.type", last.Error ?? StatusText(last.Status)));
        }

        if (_logger.IsEnabled(LogLevel.Information))
        {
            LogMessages.Retrying(_logger, call.Operation, OutcomeOf(last), wait.TotalMilliseconds, reason, SafeId(call));
        }
    }

    /// <summary>Warns, once, that an application's handler repeats requests.</summary>
    public void TellRepeats(ICallRecord call, int sends)
    {
        if (sends > 1 && _logger.IsEnabled(LogLevel.Warning) && Interlocked.Exchange(ref _repeatsWereTold, 1) == 0)
        {
            LogMessages.AttemptRepeated(_logger, call.Operation, sends, SafeId(call));
        }
    }

    public void OtherDialectFits(ICallRecord call, ContactsDialect dialect)
    {
        if (_logger.IsEnabled(LogLevel.Warning))
        {
            LogMessages.OtherDialectFits(_logger, call.Operation, dialect, SafeId(call));
        }
    }

    public void ValueNotRead(in ReadOptions options, string member)
    {
        if (_logger.IsEnabled(LogLevel.Warning) && _unreadMembers.TryAdd(member, true))
        {
            LogMessages.ValueNotRead(_logger, options.Operation, member, LogSafe.RequestIdOrNull(options.RequestId));
        }
    }

    public void Stop(Activity? activity, ICallRecord call, Exception? failure, TimeSpan elapsed, Uri baseAddress)
    {
        var error = ErrorType.Of(failure, call.CancellationToken);
        if (_duration.Enabled)
        {
            _duration.Record(elapsed.TotalSeconds, Tags(call, error, baseAddress));
        }

        if (activity is { IsAllDataRequested: true })
        {
            Complete(activity, call, error);
        }

        if (error is not (null or ErrorType.Cancelled))
        {
            LogFailure(call, failure!, error, elapsed);
        }
    }

    private void LogFailure(ICallRecord call, Exception failure, string error, TimeSpan elapsed)
    {
        // That an object does not exist is a legitimate result, not a problem with the service.
        var isNotFound = failure is ContactsNotFoundException;
        if (isNotFound && _logger.IsEnabled(LogLevel.Information))
        {
            LogMessages.NotFound(_logger, call.Operation, error, elapsed.TotalMilliseconds, call.Attempts.Count, SafeId(call));
        }
        else if (!isNotFound && _logger.IsEnabled(LogLevel.Warning))
        {
            LogMessages.Failed(_logger, call.Operation, error, elapsed.TotalMilliseconds, call.Attempts.Count, SafeId(call));
        }
    }

    private static void Complete(Activity activity, ICallRecord call, string? error)
    {
        if (call.Status != 0)
        {
            activity.SetTag("http.response.status_code", call.Status);
        }

        if (call.Attempts.Count > 1)
        {
            activity.SetTag("http.request.resend_count", call.Attempts.Count - 1);
        }

        if (error is not null)
        {
            activity.SetTag("error.type", error);
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }

    private static TagList Tags(ICallRecord call, string? error, Uri baseAddress)
    {
        var tags = new TagList
        {
            { "contacts.operation", call.Operation },
            { "http.request.method", call.Method.Method },
            { "server.address", baseAddress.Host },
        };
        if (baseAddress.Port > 0)
        {
            // A service discovery name has no port.
            tags.Add("server.port", baseAddress.Port);
        }

        if (call.Status != 0)
        {
            tags.Add("http.response.status_code", call.Status);
        }

        if (error is not null)
        {
            tags.Add("error.type", error);
        }

        return tags;
    }

    private static ContactsAttempt LastOf(ICallRecord call) => call.Attempts[call.Attempts.Count - 1];

    private static string? SafeId(ICallRecord call) => LogSafe.RequestIdOrNull(call.RequestId);

    private static string? StatusText(int? status) => status?.ToString(CultureInfo.InvariantCulture);

    /// <summary>"503", "timeout", or both if a response began and then broke off.</summary>
    private static string OutcomeOf(ContactsAttempt attempt) => (StatusText(attempt.Status), attempt.Error) switch
    {
        (null, var error) => error ?? "nothing",
        (var status, null) => status,
        var (status, error) => status + " " + error,
    };

#if NET9_0_OR_GREATER
    // The conventions' buckets end at 10 s; a call with its retries may take 100 s.
    private static Histogram<double> CreateHistogram(string name, string unit, string description) =>
        _meter.CreateHistogram(name, unit, description, tags: null, new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 100],
        });
#else
    // Only .NET 9 and later let an instrument suggest its buckets.
    private static Histogram<double> CreateHistogram(string name, string unit, string description) =>
        _meter.CreateHistogram<double>(name, unit, description);
#endif
}

/// <summary>What spans, metrics and log messages need to know about a call.</summary>
internal interface ICallRecord
{
    string Operation { get; }

    /// <summary>The method that the call was made with.</summary>
    HttpMethod Method { get; }

    /// <summary>The method of the last attempt, which a fallback may have changed.</summary>
    HttpMethod LastMethod { get; }

    /// <summary>The path as the contract has it, which is safe to log; null for the caller's own request.</summary>
    string? UrlTemplate { get; }

    string RequestId { get; }

    /// <summary>The status of the last response; 0 if there was none.</summary>
    int Status { get; }

    IReadOnlyList<ContactsAttempt> Attempts { get; }

    /// <summary>The caller's token.</summary>
    CancellationToken CancellationToken { get; }
}
