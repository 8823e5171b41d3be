#if !NETSTANDARD_BUILD
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Contacts.Generated.Tests;

/// <summary>The schema by which editors complete the client's section in appsettings.json says what the options say.</summary>
public partial class ConfigurationSchemaTests
{
    private const string Rewrite = "CONTACTS_REWRITE_SCHEMA";

    private static readonly JsonSerializerOptions _indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, XElement> _documented = XDocument
        .Load(Path.ChangeExtension(typeof(ContactsClientOptions).Assembly.Location, ".xml")).Descendants("member")
        .ToDictionary(static member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    [Fact]
    public void The_schema_is_made_of_the_options()
    {
        var expected = Schema().ToJsonString(_indented) + "\n";
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
        {
            File.WriteAllText(SourcePath(), expected);
            return;
        }

        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ConfigurationSchema.json")).Should().Be(
            expected, "{0}=1 dotnet test tests/Contacts.Generated.Tests --filter ConfigurationSchema rewrites it", Rewrite);
    }

    [Fact]
    public void It_has_every_option_but_those_that_only_code_can_set()
    {
        var options = typeof(ContactsClientOptions).GetProperties().Select(static property => property.Name);

        options.Except(ConfigurationOptions.Keys).Should().BeEquivalentTo("Credential", "RateLimiter", "LoggerFactory", "TimeProvider");
        ConfigurationOptions.Keys.Except(options).Should().BeEmpty();
    }

    [Theory]
    [InlineData("00:00:30", true)]
    [InlineData("1.00:00:00.5", true)]
    [InlineData("23:59", true)]
    [InlineData("30", false)]
    [InlineData("30s", false)]
    public void A_time_that_it_accepts_is_one_that_the_options_accept(string time, bool isAccepted)
    {
        var options = new ContactsClientOptions();
        var problems = ConfigurationOptions.Bind(Registrations.Section(("RetryDelay", time)), options);

        (problems.Count == 0).Should().Be(isAccepted);
        Regex.IsMatch(time, TimePattern).Should().Be(isAccepted);
    }

    private const string TimePattern = @"^(\d+\.)?\d{1,2}:\d{2}(:\d{2}(\.\d{1,7})?)?$";

    private static JsonObject Schema() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["definitions"] = new JsonObject
        {
            ["contactsClient"] = new JsonObject
            {
                ["type"] = "object",
                ["description"] = "A contacts client; a section within it belongs to a keyed client.",
                ["properties"] = new JsonObject(ConfigurationOptions.Keys.Select(static key => new KeyValuePair<string, JsonNode?>(
                    key, Describe(typeof(ContactsClientOptions).GetProperty(key)!)))),
                ["additionalProperties"] = new JsonObject { ["$ref"] = "#/definitions/contactsClient" },
            },
            ["logLevel"] = new JsonObject
            {
                ["properties"] = new JsonObject
                {
                    ["Contacts.Generated"] = new JsonObject { ["$ref"] = "#/definitions/logLevelThreshold" },
                },
            },
        },
        ["type"] = "object",
        ["properties"] = new JsonObject { ["Contacts"] = new JsonObject { ["$ref"] = "#/definitions/contactsClient" } },
    };

    private static JsonObject Describe(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var schema = new JsonObject { ["type"] = type == typeof(int) || type == typeof(long) ? "integer" : "string" };
        if (type == typeof(Uri))
        {
            schema["format"] = "uri";
        }
        else if (type == typeof(TimeSpan))
        {
            schema["pattern"] = TimePattern;
        }
        else if (type.IsEnum)
        {
            schema["enum"] = new JsonArray([.. Enum.GetNames(type).Select(static name => (JsonNode)name)]);
        }

        schema["description"] = SummaryOf(property);
        switch (property.GetValue(new ContactsClientOptions()))
        {
            case null:
                break;
            case int or long:
                schema["default"] = Convert.ToInt64(property.GetValue(new ContactsClientOptions()), null);
                break;
            case { } value:
                schema["default"] = FormattableString.Invariant($"{value}");
                break;
        }

        return schema;
    }

    private static string SummaryOf(PropertyInfo property)
    {
        var summary = new XElement(_documented[$"P:{property.DeclaringType!.FullName}.{property.Name}"].Element("summary")!);
        foreach (var reference in summary.Descendants("see").ToList())
        {
            var name = (reference.Attribute("cref") ?? reference.Attribute("langword"))!.Value;
            var parts = name.Split('.');
            var isElsewhere = name.StartsWith("P:", StringComparison.Ordinal) && parts[^2] != property.DeclaringType.Name;
            reference.ReplaceWith(string.Join('.', parts[^(isElsewhere ? 2 : 1)..]));
        }

        return Blanks().Replace(summary.Value, " ").Trim();
    }

    private static string SourcePath([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../src/Contacts.Generated/ConfigurationSchema.json");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
#endif
