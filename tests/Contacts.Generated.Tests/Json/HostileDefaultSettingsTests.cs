using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Contacts.Generated.Tests;

/// <summary>A host's global settings of Newtonsoft.Json reach neither a request nor an answer.</summary>
[Collection(nameof(HostileDefaultSettings))]
public class HostileDefaultSettingsTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    [SuppressMessage("Security", "CA2326", Justification = "It is the danger that this test is about.")]
    [SuppressMessage("Security", "CA2327", Justification = "It is the danger that this test is about.")]
    public async Task Have_no_effect(Engine engine)
    {
        var before = JsonConvert.DefaultSettings;
        try
        {
            JsonConvert.DefaultSettings = static () => new JsonSerializerSettings
            {
                TypeNameHandling = TypeNameHandling.All,
                NullValueHandling = NullValueHandling.Ignore,
                ContractResolver = new CamelCasePropertyNamesContractResolver { NamingStrategy = new SnakeCaseNamingStrategy(true, true) },
                DateFormatString = "yyyy",
                Formatting = Formatting.Indented,
                MaxDepth = 2,
                Converters = { new ThrowingConverter() },
            };
            var input = new UpdateContactInput { Name = "Test Person", Email = null };
            input.AdditionalProperties["SomeKey"] = new Dictionary<string, object?> { ["InnerKey"] = new object?[] { 1, null, "x" } };
            const string Answer = """{"data":{"$type":"System.IO.FileInfo, System.Private.CoreLib","id":"con_1","email":"a","created_at":"2026-01-02T03:04:05.000Z","extra":{"at":"2026-01-02T03:04:05.000Z"}}}""";
            var gateway = FakeGateway.Answering(Answer);

            var contact = await gateway.Client(engine).UpdateAsync("con_1", input);
            await gateway.Client(engine).MarkNotificationsReadAsync(["not_1"]);

            gateway.Requests[0].Text.Should().Be("""{"display_name":"Test Person","email":null,"SomeKey":{"InnerKey":[1,null,"x"]}}""");
            gateway.Requests[1].Text.Should().Be("""["not_1"]""");
            contact.Email.Should().Be("a");
            contact.AdditionalProperties["$type"].Should().Be("System.IO.FileInfo, System.Private.CoreLib");
            contact.AdditionalProperties["extra"]
                .Should().BeEquivalentTo(new Dictionary<string, object?> { ["at"] = "2026-01-02T03:04:05.000Z" });
        }
        finally
        {
            JsonConvert.DefaultSettings = before;
        }
    }

    private sealed class ThrowingConverter : JsonConverter
    {
        public override bool CanConvert(Type objectType) => true;

        public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
            throw new InvalidOperationException("The host's converter was asked.");

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
            throw new InvalidOperationException("The host's converter was asked.");
    }
}
