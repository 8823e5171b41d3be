using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Contacts.Generated.Sync;

/// <summary>
/// Metrics and log messages of one mirror. They contain an organization's name, counts, durations and reasons; never a contact's id or
/// values.
/// </summary>
internal sealed class MirrorTelemetry : IDisposable
{
    public const string Name = "Contacts.Generated.Sync";

    private const string OrganizationTag = "contacts.organization";

    internal Meter Meter { get; } = new(
        Name, (typeof(MirrorTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "1")
            .Split('+')[0]);

    // What a slice of this process saw last.
    private readonly ConcurrentDictionary<string, (long Rows, DateTimeOffset? UpToDateAt)> _organizations = new(StringComparer.Ordinal);
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private readonly Counter<long> _changes;
    private readonly Counter<long> _blocked;
    private readonly Histogram<double> _slices;

    public MirrorTelemetry(ILoggerFactory? loggerFactory, TimeProvider clock)
    {
        (_logger, _clock) = (loggerFactory?.CreateLogger(Name) ?? NullLogger.Instance, clock);
        _changes = Meter.CreateCounter<long>("contacts.mirror.changes", "{change}", "Number of rows added, updated and removed.");
        _blocked = Meter.CreateCounter<long>("contacts.mirror.blocked", "{pass}", "Number of passes that removed nothing, by reason.");
        _slices = Meter.CreateHistogram<double>("contacts.mirror.slice.duration", "s", "Duration of a slice.");
        Meter.CreateObservableGauge(
            "contacts.mirror.rows", () => Measure<long>(organization => organization.Rows), "{contact}", "Number of rows of contacts.");
        Meter.CreateObservableGauge(
            "contacts.mirror.lag", Lags, "s", "Time since the beginning of the last pass that was completed and not blocked.");
    }

    public void Committed(ContactsMirrorState state, int added, int updated, int removed)
    {
        var organization = state.Organization;
        _organizations[organization] = (state.Contacts, state.UpToDateAt);
        Count("added", added);
        Count("updated", updated);
        Count("removed", removed);

        void Count(string kind, int count)
        {
            if (count > 0)
            {
                _changes.Add(count, new(OrganizationTag, organization), new("contacts.change", kind));
            }
        }
    }

    public void Ended(ContactsMirrorSlice slice, TimeSpan elapsed)
    {
        Record(slice.Organization, elapsed, slice.GaveWay ? "gave_way" : slice.Blocked is null ? "done" : "blocked");
        LogMessages.SliceEnded(_logger, slice.Organization, slice.Read, slice.Added, slice.Updated, slice.Removed, slice.MoreToDo);
        if (slice.GaveWay)
        {
            LogMessages.GaveWay(_logger, slice.Organization);
        }

        if (slice.Blocked is { } block)
        {
            _blocked.Add(1, new(OrganizationTag, slice.Organization), new("contacts.reason", ReasonOf(block)));
            LogMessages.RemovalBlocked(_logger, slice.Organization, block, slice.BlockedReason);
        }
    }

    public void Failed(string organization, Exception exception, TimeSpan elapsed)
    {
        Record(organization, elapsed, "failed");

        // The messages of a database's errors can contain values of rows.
        var text = exception is ContactsException or ContactsMirrorException ? exception.Message : "see the exception of RunSliceAsync";
        LogMessages.SliceFailed(_logger, organization, exception.GetType().Name, text);
    }

    public void Completed(ContactsMirrorState state) =>
        LogMessages.PassCompleted(_logger, state.Organization, state.Pass, state.Contacts, state.LastChange);

    public void PositionDropped(string organization) => LogMessages.PositionDropped(_logger, organization);

    public void Undecided(string organization, int count) => LogMessages.Undecided(_logger, organization, count);

    public void Dispose() => Meter.Dispose();

    private static string ReasonOf(ContactsMirrorBlock block) => block switch
    {
        ContactsMirrorBlock.Capped => "capped",
        ContactsMirrorBlock.Refused => "refused",
        _ => "shrank",
    };

    private void Record(string organization, TimeSpan elapsed, string outcome) =>
        _slices.Record(elapsed.TotalSeconds, new(OrganizationTag, organization), new("contacts.outcome", outcome));

    private IEnumerable<Measurement<double>> Lags()
    {
        var now = _clock.GetUtcNow();
        return Measure<double>(organization => (now - organization.UpToDateAt)?.TotalSeconds);
    }

    private IEnumerable<Measurement<T>> Measure<T>(Func<(long Rows, DateTimeOffset? UpToDateAt), T?> value)
        where T : struct
    {
        foreach (var (name, organization) in _organizations)
        {
            if (value(organization) is { } measured)
            {
                yield return new(measured, new KeyValuePair<string, object?>(OrganizationTag, name));
            }
        }
    }
}
