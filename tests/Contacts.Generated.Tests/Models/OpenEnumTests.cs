namespace Contacts.Generated.Tests;

/// <summary>An open set of values: the known ones have names, and any other is kept as it came.</summary>
public class OpenEnumTests
{
    [Fact]
    public void Values_are_equal_by_their_text()
    {
        new ChannelType("web").Should().Be(ChannelType.Web);
        (new ChannelType("web") == ChannelType.Web).Should().BeTrue();
        new ChannelType("web").GetHashCode().Should().Be(ChannelType.Web.GetHashCode());
        new ChannelType("Web").Should().NotBe(ChannelType.Web, "the wire's values are case-sensitive");
        new NotificationType("204").Should().Be(NotificationType.ConversationAssigned);
    }

    [Fact]
    public void The_text_is_the_value()
    {
        ChannelType.WhatsApp.Value.Should().Be("whatsapp");
        ChannelType.WhatsApp.ToString().Should().Be("whatsapp");
        $"{NotificationType.CrmAssigned}".Should().Be("101");
        new ChannelType("kiosk").ToString().Should().Be("kiosk");
    }

    [Fact]
    public void The_default_is_the_empty_value()
    {
        default(ChannelType).Value.Should().BeEmpty();
        default(ChannelType).ToString().Should().BeEmpty();
        default(ChannelType).Should().Be(new ChannelType(""));
        default(NotificationType).GetHashCode().Should().Be(new NotificationType("").GetHashCode());
    }

    [Fact]
    public void A_text_becomes_a_value_by_itself()
    {
        ChannelType channel = "kiosk";
        NotificationType type = "999";

        channel.Should().Be(new ChannelType("kiosk"));
        type.Should().Be(new NotificationType("999"));
    }

    [Fact]
    public void Null_is_refused()
    {
        FluentActions.Invoking(() => new ChannelType(null!)).Should().Throw<ArgumentNullException>().WithParameterName("value");
        FluentActions.Invoking(() => (NotificationType)(string)null!).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void The_known_values_are_those_of_the_contract()
    {
        ChannelType.KnownValues.Select(value => value.Value).Should().Equal(Values("ChannelType"));
        NotificationType.KnownValues.Select(value => value.Value).Should().Equal(Values("NotificationType"));
        ChannelType.KnownValues.Should().OnlyHaveUniqueItems();

        static IEnumerable<string> Values(string schema) =>
            Contract.Document["components"]!["schemas"]![schema]!["enum"]!.AsArray().Select(value => value!.ToString());
    }

    [Theory]
    [MemberData(nameof(Engines.Pairs), MemberType = typeof(Engines))]
    public void A_known_and_an_unknown_value_are_written_as_they_were_read(Engine reader, Engine writer)
    {
        foreach (var value in (string[])["\"web\"", "\"kiosk\"", "\"007\"", "\"\"", "\"Ünï\""])
        {
            var json = $$"""{"id":"con_1","channel_type":{{value}}}""";
            writer.Write(reader.Read<Contact>(json)).ShouldBeJson(json);
        }
    }

    [Theory]
    [MemberData(nameof(Cultures.All), MemberType = typeof(Cultures))]
    public void Digits_are_a_number_whatever_the_culture(string culture) => Cultures.Run(culture, () =>
    {
        FieldValue.IsWholeNumber("201", out var number).Should().BeTrue();
        number.Should().Be(201);
        FieldValue.IsWholeNumber("0", out _).Should().BeTrue();
        FieldValue.IsWholeNumber("-1", out number).Should().BeTrue();
        number.Should().Be(-1);
        string[] others = ["007", "00", "-0", "-01", "+1", " 1", "1 ", "1.0", "1,000", "1e3", "٢٠١", "", "99999999999999999999"];
        foreach (var text in others)
        {
            FieldValue.IsWholeNumber(text, out _).Should().BeFalse("'{0}' would not be the same text again", text);
        }
    });

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_scalar_of_another_kind_is_kept_as_its_text(Engine engine)
    {
        engine.Read<Contact>("""{"channel_type":7}""").ChannelType.Should().Be(new ChannelType("7"));
        engine.Read<Contact>("""{"channel_type":true}""").ChannelType.Should().Be(new ChannelType("true"));
        engine.Read<Contact>("""{"channel_type":null}""").ChannelType.Should().BeNull();
    }

    [Theory]
    [InlineData(Engine.SystemTextJson)]
    [InlineData(Engine.Newtonsoft)]
    public void A_value_that_may_not_be_null_is_empty_instead(Engine engine)
    {
        var values = engine == Engine.SystemTextJson
            ? System.Text.Json.JsonSerializer.Deserialize<ChannelType[]>("""["web",null,1]""")
            : Newtonsoft.Json.JsonConvert.DeserializeObject<ChannelType[]>("""["web",null,1]""");

        values.Should().Equal(ChannelType.Web, default, new ChannelType("1"));
    }
}
