using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Contacts.Generated;

/// <summary>
/// Spans, metrics and log messages, by OpenTelemetry's conventions for HTTP clients. They carry the operation, its path
/// template, statuses, times and the request id; never an id of a contact, a query, a name or a credential.
/// </summary>
internal sealed class ContactsTelemetry
{
    public const string Name = "Contacts.Generated";

    private static readonly ActivitySource _source = new(Name, UserAgent.Version);
    private static readonly Meter _meter = new(Name, UserAgent.Version);
    private static readonly Histogram<double> _duration =
        _meter.CreateHistogram<double>("contacts.client.operation.duration", "s", "How long an operation took, retries and waits included.");

    private static readonly Counter<long> _retries =
        _meter.CreateCounter<long>("contacts.client.retries", "{retry}", "How many attempts were repeated.");

    private readonly ILogger _logger;

    public ContactsTelemetry(ILoggerFactory? loggerFactory) =>
        _logger = loggerFactory?.CreateLogger(Name) ?? NullLogger.Instance;

    public static Activity? Start(Call call, Uri baseAddress)
    {
        var activity = _source.HasListeners() ? _source.StartActivity("contacts " + call.Request.Operation, ActivityKind.Client) : null;
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("http.request.method", call.Request.Method.Method);
            activity.SetTag("server.address", baseAddress.Host);
            activity.SetTag("server.port", baseAddress.Port);
            activity.SetTag("url.template", call.Request.UrlTemplate);
            activity.SetTag("contacts.operation", call.Request.Operation);
            activity.SetTag("contacts.request_id", SafeToken.RequestIdOrNull(call.RequestId));
        }

        return activity;
    }

    public void Attempted(Call call, ContactsAttempt attempt)
    {
        if (_logger.IsEnabled(LogLevel.Debug))
        {
            LogMessages.Attempted(
                _logger, call.Request.Operation, call.Request.Method.Method, call.Request.UrlTemplate, attempt.Status, attempt.Error, attempt.Duration.TotalMilliseconds, SafeId(call));
        }
    }

    public void Retrying(Call call)
    {
        var last = call.Attempts[call.AttemptCount - 1];
        _retries.Add(1, new KeyValuePair<string, object?>("contacts.operation", call.Request.Operation));
        if (_logger.IsEnabled(LogLevel.Information))
        {
            LogMessages.Retrying(_logger, call.Request.Operation, last.Status, last.Error, last.Wait.TotalMilliseconds, last.WaitReason, SafeId(call));
        }
    }

    public void Stop(Activity? activity, Call call, Exception? failure, TimeSpan elapsed, Uri baseAddress)
    {
        var error = ErrorType.Of(failure);
        if (_duration.Enabled)
        {
            _duration.Record(elapsed.TotalSeconds, Tags(call, error, baseAddress));
        }

        if (activity is { IsAllDataRequested: true })
        {
            if (call.Status != 0)
            {
                activity.SetTag("http.response.status_code", call.Status);
            }

            if (call.AttemptCount > 1)
            {
                activity.SetTag("http.request.resend_count", call.AttemptCount - 1);
            }

            if (error is not null)
            {
                activity.SetTag("error.type", error);
                activity.SetStatus(ActivityStatusCode.Error);
            }
        }

        if (error is not null && error != ErrorType.Cancelled && _logger.IsEnabled(LogLevel.Warning))
        {
            LogMessages.Failed(_logger, call.Request.Operation, error, call.AttemptCount, elapsed.TotalMilliseconds, SafeId(call));
        }
    }

    private static string? SafeId(Call call) => SafeToken.RequestIdOrNull(call.RequestId);

    private static TagList Tags(Call call, string? error, Uri baseAddress)
    {
        var tags = new TagList
        {
            { "contacts.operation", call.Request.Operation },
            { "http.request.method", call.Request.Method.Method },
            { "server.address", baseAddress.Host },
        };
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
}
