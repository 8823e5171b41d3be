using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Contacts.Generated.Testing;

namespace Contacts.Generated.Sync.Tests;

/// <summary>Metrics and log messages.</summary>
public class TelemetryTests
{
    [Fact]
    public async Task Rows_lag_changes_and_blocks_are_measured()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 40);
        using var meter = new Measurements(host.Mirror);
        await host.RunPassAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(90));
        host.Emulator.Contacts[1].DisplayName = "Renamed";
        host.Emulator.Contacts.RemoveAt(0);
        await host.RunPassAsync();
        host.Emulator.Contacts.Clear();
        await host.RunPassAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(7));
        meter.Observe();

        meter.Sum("contacts.mirror.changes", "added").Should().Be(40);
        meter.Sum("contacts.mirror.changes", "updated").Should().Be(1);
        meter.Sum("contacts.mirror.changes", "removed").Should().Be(1);
        meter.Sum("contacts.mirror.blocked", "shrank").Should().Be(1);
        meter.Sum("contacts.mirror.rows", "").Should().Be(39);
        meter.Sum("contacts.mirror.lag", "").Should().Be(7);
        host.Mirror.Meter.Name.Should().Be("Contacts.Generated.Sync");
        meter.Count("contacts.mirror.slice.duration").Should().Be(3);
    }

    [Fact]
    public async Task Passes_are_logged_without_anything_personal()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 30);
        await host.RunPassAsync();
        host.Emulator.Contacts.RemoveAt(2);
        host.Emulator.FailNext(ContactsOperations.List, EmulatorFault.Status(500));
        await host.Awaiting(it => it.RunSliceAsync()).Should().ThrowAsync<ContactsServerException>();
        await host.RunPassAsync();

        var lines = host.Logs.Lines.Where(line => line.Category == "Contacts.Generated.Sync").ToList();
        lines.Select(line => line.EventName).Should().Equal("PassCompleted", "SliceEnded", "SliceFailed", "PassCompleted", "SliceEnded");
        lines[0].Text.Should().Be("org_example: pass 1 is complete with 30 contacts; the last change is 30");
        lines[2].Text.Should().StartWith("org_example: a slice failed with ContactsServerException: list: The service returned 500");
        var written = string.Concat(lines.Select(line => line.Text + line.Values));
        host.Emulator.Contacts.SelectMany(contact => new[] { contact.Id, contact.DisplayName, contact.Email })
            .Where(text => !string.IsNullOrEmpty(text) && written.Contains(text, StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    [Fact]
    public async Task A_databases_error_is_logged_without_its_text()
    {
        await using var host = await MirrorHost.StartAsync(contacts: 30);
        host.Steps.FailAt(2);

        await host.Awaiting(it => it.RunSliceAsync()).Should().ThrowAsync<StepFailedException>();

        var line = host.Logs.Lines.Single(line => line.EventName == "SliceFailed");
        line.Text.Should().Contain(nameof(StepFailedException)).And.NotContain("on purpose");
    }

    /// <summary>What one mirror measured, by instrument and by the tag beside the organization.</summary>
    private sealed class Measurements : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<(string Instrument, string Tag, double Value)> _values = [];

        public Measurements(ContactsMirror mirror)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter, mirror.Meter))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public void Observe() => _listener.RecordObservableInstruments();

        public double Sum(string instrument, string tag) =>
            _values.Where(value => value.Instrument == instrument && value.Tag == tag).Sum(value => value.Value);

        public int Count(string instrument) => _values.Count(value => value.Instrument == instrument);

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            tags[0].Should().Be(new KeyValuePair<string, object?>("contacts.organization", MirrorHost.Organization));
            _values.Enqueue((instrument.Name, tags.Length > 1 ? (string)tags[1].Value! : "", value));
        }
    }
}
