namespace Contacts.Generated.Tests;

/// <summary>One table of what a scalar may be read as, and both libraries keep to it.</summary>
public class ScalarCoercionTests
{
    public static TheoryData<Engine, string, string?> Texts => Engines.With<string, string?>(
        ("\"a\"", "a"),
        ("\"\"", ""),
        ("null", null),
        ("42", "42"),
        ("-7", "-7"),
        ("1.5", "1.5"),
        ("1e3", "1000"),
        ("12345678901234567890", "12345678901234567890"),
        ("true", "true"),
        ("false", "false"),
        ("\"2026-01-02T03:04:05.000Z\"", "2026-01-02T03:04:05.000Z"));

    public static TheoryData<Engine, string, int?> Numbers => Engines.With<string, int?>(
        ("7", 7),
        ("0", 0),
        ("-3", -3),
        ("3.0", 3),
        ("1e3", 1000),
        ("\"12\"", 12),
        ("\"\"", null),
        ("null", null));

    public static TheoryData<Engine, string, long?> LargeNumbers => Engines.With<string, long?>(
        ("9223372036854775807", long.MaxValue),
        ("\"20480\"", 20480),
        ("1e6", 1_000_000),
        ("2147483648", 2147483648),
        ("null", null));

    public static TheoryData<Engine, string, bool?> Flags => Engines.With<string, bool?>(
        ("true", true),
        ("false", false),
        ("\"true\"", true),
        ("\"false\"", false),
        ("1", true),
        ("0", false),
        ("\"1\"", true),
        ("\"0\"", false),
        ("\"\"", null),
        ("null", null));

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_comes_from_any_scalar(Engine engine, string json, string? expected) =>
        engine.Read<Contact>($$"""{"display_name":{{json}}}""").DisplayName.Should().Be(expected);

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_in_a_list_comes_from_any_scalar(Engine engine, string json, string? expected) =>
        engine.Read<Contact>($$"""{"labels":[{{json}}]}""").Labels.Should().Equal(expected is null ? [] : [expected]);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_comes_from_its_text_too(Engine engine, string json, int? expected) =>
        engine.Read<ContactPage>($$"""{"data":[],"page":{{json}}}""").Page.Should().Be(expected);

    [Theory]
    [MemberData(nameof(LargeNumbers))]
    public void A_large_number_comes_from_its_text_too(Engine engine, string json, long? expected) =>
        engine.Read<ContactFile>($$"""{"_id":"msg_1","size":{{json}}}""").Size.Should().Be(expected);

    [Theory]
    [MemberData(nameof(Flags))]
    public void A_flag_comes_from_its_text_and_from_zero_and_one(Engine engine, string json, bool? expected)
    {
        engine.Read<ContactPage>($$"""{"data":[],"has_more":{{json}}}""").HasMore.Should().Be(expected);
        engine.Read<Notification>($$"""{"id":"not_1","is_read":{{json}}}""").IsRead.Should().Be(expected ?? false);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void One_odd_scalar_does_not_change_how_the_others_are_read(Engine engine)
    {
        var page = engine.Read<ContactPage>("""{"data":[{"id":7,"display_name":null,"labels":["a",1],"is_presence":"1","extra":{"n":1.5,"s":"x"}}],"count":"3","has_more":0}""");

        page.Total.Should().Be(3);
        page.HasMore.Should().BeFalse();
        var contact = page.Data.Should().ContainSingle().Subject;
        contact.Id.Should().Be("7");
        contact.Labels.Should().Equal("a", "1");
        contact.IsPresence.Should().BeTrue();
        contact.AdditionalProperties["extra"].Should().BeEquivalentTo(new Dictionary<string, object?> { ["n"] = 1.5, ["s"] = "x" });
    }
}
