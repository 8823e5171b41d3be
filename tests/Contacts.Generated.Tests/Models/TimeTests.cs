namespace Contacts.Generated.Tests;

/// <summary>A time is ISO 8601, null or an empty text.</summary>
public class TimeTests
{
    public static TheoryData<Engine, string, string?> Times => Engines.With<string, string?>(
        ("\"2026-01-02T03:04:05.678Z\"", "2026-01-02T03:04:05.678Z"),
        ("\"2026-01-02T03:04:05.000Z\"", "2026-01-02T03:04:05.000Z"),
        ("\"2024-02-29T23:59:59.999Z\"", "2024-02-29T23:59:59.999Z"),
        ("\"0001-01-01T00:00:00.000Z\"", "0001-01-01T00:00:00.000Z"),
        ("\"2026-01-02T03:04:05Z\"", "2026-01-02T03:04:05.000Z"),
        ("\"2026-01-02T03:04:05.1234567Z\"", "2026-01-02T03:04:05.1234567Z"),
        ("\"2026-01-02T03:04:05.678+07:30\"", "2026-01-02T03:04:05.678+07:30"),
        ("\"2026-01-02T03:04:05-08:00\"", "2026-01-02T03:04:05.000-08:00"),
        ("\"2026-01-02T03:04:05+00:00\"", "2026-01-02T03:04:05.000Z"),
        ("\"2026-01-02T03:04:05.678\"", "2026-01-02T03:04:05.678Z"),
        ("\"2026-01-02T03:04\"", "2026-01-02T03:04:00.000Z"),
        ("\"2026-01-02 03:04:05\"", "2026-01-02T03:04:05.000Z"),
        ("\"2026-01-02\"", "2026-01-02T00:00:00.000Z"),
        ("\"2026-01-02T03:04:05.\\u0036Z\"", "2026-01-02T03:04:05.600Z"),
        ("\"\"", null),
        ("\"  \"", null),
        ("null", null));

    public static TheoryData<Engine, string> NoTimes => Engines.With(
        "\"yesterday\"", "\"12\"", "\"12:30\"", "\"2026\"", "\"01/02/2026\"", "\"2026-13-01T00:00:00Z\"", "\"2026-01-02T25:00:00Z\"",
        "\"2026-02-29T00:00:00.000Z\"", "\"2026-01-02T03:60:00.000Z\"", "\"2026-01-02T03:04:05.67xZ\"", "\"Invalid Date\"",
        "\"0001-01-01T00:00:00+13:00\"", "\"9999-12-31T23:59:59-01:00\"", "0", "1767323045", "true", "[]", "{}");

    [Theory]
    [MemberData(nameof(Times))]
    public void Is_read_in_every_form_and_written_in_one(Engine engine, string json, string? expected)
    {
        var contact = engine.Read<Contact>($$"""{"id":"con_1","created_at":{{json}}}""");

        (contact.CreatedAt is { } time ? WireTime.Format(time) : null).Should().Be(expected);
        engine.Write(contact).ShouldBeJson(expected is null ? """{"id":"con_1","created_at":null}""" : $$"""{"id":"con_1","created_at":"{{expected}}"}""");
    }

    [Theory]
    [MemberData(nameof(NoTimes))]
    public void Any_other_value_is_no_time_and_is_kept(Engine engine, string json)
    {
        var given = $$"""{"id":"con_1","created_at":{{json}}}""";

        var contact = engine.Read<Contact>(given);

        contact.CreatedAt.Should().BeNull();
        engine.Write(contact).ShouldBeJson(given);
    }

    [Theory]
    [MemberData(nameof(Cultures.All), MemberType = typeof(Cultures))]
    public void Does_not_depend_on_the_culture(string culture) => Cultures.Run(culture, () =>
    {
        WireTime.TryParse("2026-01-02 03:04:05", out var time).Should().BeTrue();
        time.Should().Be(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        WireTime.Format(time!.Value).Should().Be("2026-01-02T03:04:05.000Z");
        WireTime.Format(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromMinutes(-150))).Should().Be("2026-01-02T03:04:05.000-02:30");
    });
}
