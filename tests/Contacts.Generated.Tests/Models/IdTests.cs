using System.Reflection;

namespace Contacts.Generated.Tests;

/// <summary>An id comes as "id", "_id" or "public_id", in any order, and is written again under its own name.</summary>
public class IdTests
{
    public static TheoryData<Engine, string, string, string> Ids
    {
        get
        {
            var rows = new TheoryData<Engine, string, string, string>();
            (string Json, string ById, string ByUnderscore)[] cases =
            [
                ("""{"id":"a"}""", "a", "a"),
                ("""{"_id":"a"}""", "a", "a"),
                ("""{"public_id":"a"}""", "a", "a"),
                ("""{"id":"a","_id":"b","public_id":"c"}""", "a", "b"),
                ("""{"public_id":"c","_id":"b","id":"a"}""", "a", "b"),
                ("""{"_id":"b","public_id":"c"}""", "b", "b"),
                ("""{"public_id":"c","_id":"b"}""", "b", "b"),
                ("""{"id":"a","public_id":"c"}""", "a", "a"),
                ("""{"public_id":"c","id":"a"}""", "a", "a"),
                ("""{"id":"","_id":null,"public_id":"c"}""", "c", "c"),
                ("""{"id":null,"_id":"b"}""", "b", "b"),
                ("""{"_id":"","id":"a"}""", "a", "a"),
                ("""{"id":42}""", "42", "42"),
                ("""{"_id":42}""", "42", "42"),
                ("""{"id":null}""", "", ""),
                ("{}", "", ""),
            ];
            foreach (var (json, byId, byUnderscore) in cases)
            {
                rows.Add(Engine.SystemTextJson, json, byId, byUnderscore);
                rows.Add(Engine.Newtonsoft, json, byId, byUnderscore);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Is_found_under_each_of_its_names(Engine engine, string json, string byId, string byUnderscore)
    {
        engine.Read<Contact>(json).Id.Should().Be(byId);
        engine.Read<Notification>(json).Id.Should().Be(byId);
        engine.Read<ConversationUser>(json).Id.Should().Be(byId);
        engine.Read<ContactComment>(json).Id.Should().Be(byUnderscore);
        engine.Read<ContactFile>(json).Id.Should().Be(byUnderscore);
        engine.Read<ConversationActivity>(json).Id.Should().Be(byUnderscore);
        engine.Read<CommentAuthor>(json).Id.Should().Be(byUnderscore);
        engine.Read<TeamConversation>(json).Id.Should().Be(byUnderscore);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Is_written_under_its_own_name_once(Engine engine)
    {
        engine.Write(engine.Read<Contact>("""{"_id":"con_1"}""")).ShouldBeJson("""{"id":"con_1"}""");
        engine.Write(engine.Read<ContactFile>("""{"id":"msg_1"}""")).ShouldBeJson("""{"_id":"msg_1"}""");
        engine.Write(engine.Read<Contact>("""{"_id":"b","id":"a","public_id":"c"}""")).ShouldBeJson("""{"id":"a","_id":"b","public_id":"c"}""");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_conversations_public_id_is_that_of_the_users_view(Engine engine)
    {
        engine.Read<Conversation>("""{"_id":"conv_1","public_id":"tcu_1"}""").Should().BeEquivalentTo(new { Id = "conv_1", PublicId = "tcu_1" });
        engine.Read<Conversation>("""{"id":"conv_1","public_id":"tcu_1"}""").Should().BeEquivalentTo(new { Id = "conv_1", PublicId = "tcu_1" });
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_required_member_that_is_missing_or_null_never_is_null(Engine engine)
    {
        engine.Read<ContactPage>("""{"data":null}""").Data.Should().BeEmpty();
        engine.Read<NotificationPage>("{}").Data.Should().BeEmpty();
        engine.Read<UploadResult>("""{"url":null}""").Url.Should().BeEmpty();
    }

    [Fact]
    public void Every_model_with_an_id_is_covered_by_the_same_rule()
    {
        foreach (var type in typeof(Contact).Assembly.GetExportedTypes()
            .Where(type => type.GetProperty("Id")?.PropertyType == typeof(string) && typeof(IOpenModel).IsAssignableFrom(type)))
        {
            var read = typeof(Engines).GetMethod(nameof(Engines.Read), BindingFlags.Static | BindingFlags.Public)!.MakeGenericMethod(type);
            foreach (var name in (string[])["id", "_id"])
            {
                type.GetProperty("Id")!.GetValue(read.Invoke(null, [Engine.SystemTextJson, $$"""{"{{name}}":"x"}"""])).Should().Be("x", "{0} has its id under {1}", type.Name, name);
            }
        }
    }
}
