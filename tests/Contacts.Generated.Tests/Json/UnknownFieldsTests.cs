namespace Contacts.Generated.Tests;

/// <summary>What this version does not know is kept and written again, whichever library reads and whichever writes.</summary>
public class UnknownFieldsTests
{
    private static readonly Dictionary<string, string> _values = new()
    {
        ["null"] = "null",
        ["true"] = "true",
        ["false"] = "false",
        ["empty text"] = "\"\"",
        ["text"] = "\"Ünï \\\"quoted\\\" \\\\ / < > & + 日本 😀 \\u0000\\u001f\\u2028\"",
        ["zero"] = "0",
        ["negative"] = "-17",
        ["largest int"] = "2147483647",
        ["largest long"] = "9223372036854775807",
        ["smallest long"] = "-9223372036854775808",
        ["unsigned long"] = "18446744073709551615",
        ["28 digits"] = "1234567890123456789012345678",
        ["40 digits"] = "1e40",
        ["fraction"] = "0.1",
        ["negative fraction"] = "-12.375",
        ["whole fraction"] = "3.0",
        ["17 digits"] = "0.30000000000000004",
        ["exponent"] = "1e3",
        ["small exponent"] = "1.5E-9",
        ["ISO time"] = "\"2026-01-02T03:04:05.678Z\"",
        ["ISO time on the second"] = "\"2026-01-02T03:04:05.000Z\"",
        ["ISO time with an offset"] = "\"2026-01-02T03:04:05+07:30\"",
        ["ISO time without an offset"] = "\"2026-01-02T03:04:05\"",
        ["date"] = "\"2026-01-02\"",
        ["old Microsoft date"] = "\"/Date(1767323045678)/\"",
        ["GUID"] = "\"00000000-0000-4000-8000-000000000001\"",
        ["number as text"] = "\"007\"",
        ["empty list"] = "[]",
        ["empty object"] = "{}",
        ["list"] = "[1,\"a\",null,true,[],{},[[2.5]]]",
        ["object"] =
            "{\"Plan\":\"gold\",\"plan\":1,\"display_name\":null,\"a.b\":{\"ÄÖ\":[{\"x\":1e3}]},\"\":0,\"$type\":\"x\","
            + "\"at\":\"2026-01-02T03:04:05.000Z\"}",
    };

    public static TheoryData<string, Engine, Engine> Values
    {
        get
        {
            var rows = new TheoryData<string, Engine, Engine>();
            foreach (var name in _values.Keys)
            {
                foreach (var reader in Enum.GetValues<Engine>())
                {
                    foreach (var writer in Enum.GetValues<Engine>())
                    {
                        rows.Add(name, reader, writer);
                    }
                }
            }

            return rows;
        }
    }

    public static TheoryData<string> Names => [.. _values.Keys];

    [Theory]
    [MemberData(nameof(Values))]
    public void A_field_is_written_as_it_was_read(string name, Engine reader, Engine writer)
    {
        var json = $$"""{"id":"con_1","_extra":{{_values[name]}}}""";

        writer.Write(reader.Read<Contact>(json)).ShouldBeJson(json, name);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void So_is_a_field_of_a_nested_object_and_of_an_item(string name, Engine reader, Engine writer)
    {
        var value = _values[name];
        var json = $$"""{"data":[{"id":"not_1","is_read":false,"action_to":{"x":{{value}}},"y":{{value}}}],"z":{{value}}}""";

        writer.Write(reader.Read<NotificationPage>(json)).ShouldBeJson(json, name);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void So_is_a_declared_field_of_free_form(string name, Engine reader, Engine writer)
    {
        var json = $$"""{"id":"con_1","additional_params":{{_values[name]}}}""";

        writer.Write(reader.Read<Contact>(json)).ShouldBeJson(json, name);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void So_is_a_field_of_an_input(string name, Engine reader, Engine writer)
    {
        var json = $$"""{"email":null,"_extra":{{_values[name]}}}""";

        writer.Write(reader.Read<UpdateContactInput>(json)).ShouldBeJson(json, name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_libraries_give_the_same_plain_values(string name)
    {
        var json = $$"""{"id":"con_1","_extra":{{_values[name]}}}""";

        var left = Engine.SystemTextJson.Read<Contact>(json).AdditionalProperties["_extra"];
        var right = Engine.Newtonsoft.Read<Contact>(json).AdditionalProperties["_extra"];

        Describe(left).Should().Be(Describe(right));
        left.Should()
            .Match(value => value == null || value is string || value is bool || value is long || value is decimal || value is double
            || value is List<object?> || value is Dictionary<string, object?>);
    }

    [Theory]
    [MemberData(nameof(Cultures.All), MemberType = typeof(Cultures))]
    public void Numbers_and_times_do_not_depend_on_the_culture(string culture) => Cultures.Run(culture, () =>
    {
        const string Json = """{"id":"con_1","created_at":"2026-01-02T03:04:05.678Z","a":-1.5,"b":12345678901234567890,"c":1e40,"d":[1234567.25],"İ":"ı"}""";
        foreach (var reader in Enum.GetValues<Engine>())
        {
            foreach (var writer in Enum.GetValues<Engine>())
            {
                writer.Write(reader.Read<Contact>(Json)).ShouldBeJson(Json);
            }
        }
    });

    [Theory]
    [MemberData(nameof(Engines.Pairs), MemberType = typeof(Engines))]
    public void A_number_that_no_type_can_hold_is_kept_as_text(Engine reader, Engine writer) =>
        writer.Write(reader.Read<Contact>("""{"id":"con_1","a":1e999,"b":[-1e999]}""")).ShouldBeJson("""{"id":"con_1","a":"Infinity","b":["-Infinity"]}""");

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Fields_that_a_caller_adds_are_written(Engine engine)
    {
        var contact = new Contact { Id = "con_1" };
        contact.AdditionalProperties["text"] = 'x';
        contact.AdditionalProperties["int"] = 5;
        contact.AdditionalProperties["ulong"] = ulong.MaxValue;
        contact.AdditionalProperties["float"] = 0.1f;
        contact.AdditionalProperties["decimal"] = 12.50m;
        contact.AdditionalProperties["time"] = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        contact.AdditionalProperties["local"] = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-8));
        contact.AdditionalProperties["utc"] = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        contact.AdditionalProperties["uri"] = new Uri("https://files.example.com/a b");
        contact.AdditionalProperties["guid"] = Guid.Empty;
        contact.AdditionalProperties["channel"] = ChannelType.Web;
        contact.AdditionalProperties["list"] = new[] { 1, 2 };
        contact.AdditionalProperties["texts"] = new Dictionary<string, string> { ["A"] = "b" };
        contact.AdditionalProperties["objects"] = new Dictionary<string, object?> { ["A"] = new object?[] { null, 1L } };
        contact.AdditionalProperties["element"] = System.Text.Json.JsonSerializer.SerializeToElement(new { a = 1 });
        contact.AdditionalProperties["node"] = System.Text.Json.Nodes.JsonNode.Parse("""{"a":[1,null,"x"]}""");
        contact.AdditionalProperties["token"] = Newtonsoft.Json.Linq.JToken.Parse("""{"a":[1.5]}""");

        engine.Write(contact).ShouldBeJson(
            """
            {"id":"con_1","text":"x","int":5,"ulong":18446744073709551615,"float":0.1,"decimal":12.5,"time":"2026-01-02T03:04:05.000Z",
             "local":"2026-01-02T03:04:05.000-08:00","utc":"2026-01-02T03:04:05Z","uri":"https://files.example.com/a b","guid":"00000000-0000-0000-0000-000000000000",
             "channel":"web","list":[1,2],"texts":{"A":"b"},"objects":{"A":[null,1]},"element":{"a":1},"node":{"a":[1,null,"x"]},"token":{"a":[1.5]}}
            """);
    }

    [Fact]
    public void A_value_that_json_does_not_have_is_refused_when_it_is_set()
    {
        var contact = new Contact();

        FluentActions.Invoking(() => contact.AdditionalProperties["stream"] = new MemoryStream())
            .Should().Throw<ArgumentException>().WithMessage("*MemoryStream*Use null, a string*");
        FluentActions.Invoking(() => contact.AdditionalProperties["deep"] = new object[] { new Version(1, 0) })
            .Should().Throw<ArgumentException>();
        contact.AdditionalProperties.Should().BeEmpty();
    }

    [Fact]
    public void A_list_that_is_set_is_a_copy()
    {
        var labels = new List<string> { "a" };
        var input = new UpdateContactInput { Labels = labels };
        labels.Add("b");

        input.Labels.Should().Equal("a");
    }

    private static string Describe(object? value) => value switch
    {
        null => "null",
        List<object?> list => "[" + string.Join(",", list.Select(Describe)) + "]",
        Dictionary<string, object?> map => "{" + string.Join(",", map.Select(field => field.Key + ":" + Describe(field.Value))) + "}",
        IFormattable formattable =>
            value.GetType().Name + " " + formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.GetType().Name + " " + value,
    };
}
