using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Contacts.Generated.Tests;

/// <summary>Hears every span and measurement of the SDK.</summary>
internal sealed class Listener : IDisposable
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters;

    public Listener(ActivitySamplingResult sampling = ActivitySamplingResult.AllDataAndRecorded)
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Contacts.Generated",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            {
                SampledTags.Add(options.Tags?.ToDictionary(tag => tag.Key, tag => tag.Value) ?? []);
                return sampling;
            },
            ActivityStopped = Spans.Add,
        };
        ActivitySource.AddActivityListener(_activities);

        _meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Contacts.Generated")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.Start();
    }

    public List<Activity> Spans { get; } = [];

    public List<Dictionary<string, object?>> SampledTags { get; } = [];

    public List<(Instrument Instrument, double Value, Dictionary<string, object?> Tags)> Measurements { get; } = [];

    public static Dictionary<string, object?> TagsOf(Activity span) => span.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value);

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (Measurements)
        {
            Measurements.Add((instrument, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));
        }
    }
}
