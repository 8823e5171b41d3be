namespace Contacts.Generated.Tests;

/// <summary>
/// A model reads and writes alike in an application of a user's own, whichever library that uses and however it is set up.
/// </summary>
public class HostApplicationTests
{
    private const string ContactJson =
        """
        {"object_name":"contact","id":"con_1","display_name":"2026-01-02T03:04:05.000Z","channel_type":"kiosk","odooContactID":"42","labels":["vip","2026-01-02T03:04:05Z"],
         "additional_params":{"Plan":"gold","at":"2026-01-02T03:04:05.000Z","n":1.5},"created_at":"2026-01-02T03:04:05.678Z","_language":"en",
         "Extra":{"Some Key":[1,"2026-01-02T03:04:05+07:30",{"InnerKey":null,"n":1234567890123456789}],"t":"2026-01-02T03:04:05.000Z"},"extra_list":[],"extra_null":null}
        """;

    private const string InputJson =
        """{"display_name":"Test Person","email":null,"phone_number":"5550100","birthday":"1990-01-02T00:00:00.000Z","labels":["a"],"CustomField":{"Key":null,"x":[1.5]},"custom_null":null}""";

    public static TheoryData<HostLibrary, HostLibrary, string> Examples
    {
        get
        {
            var rows = new TheoryData<HostLibrary, HostLibrary, string>();
            foreach (var pair in HostLibraries.Pairs)
            {
                foreach (var name in Contract.Examples.Where(IsPage).Select(example => example.ToString()).Distinct())
                {
                    rows.Add((HostLibrary)pair[0], (HostLibrary)pair[1], name);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(HostLibraries.Pairs), MemberType = typeof(HostLibraries))]
    public void A_contact_comes_back_equal(HostLibrary reader, HostLibrary writer) =>
        writer.Write(reader.Read<Contact>(ContactJson)).ShouldBeJson(ContactJson);

    [Theory]
    [MemberData(nameof(Examples))]
    public void So_does_every_page_of_the_contract(HostLibrary reader, HostLibrary writer, string name)
    {
        var example = Contract.Examples.First(candidate => IsPage(candidate) && candidate.ToString() == name);

        var written = example.Schema == "ContactPage"
            ? writer.Write(reader.Read<ContactPage>(example.Json))
            : writer.Write(reader.Read<NotificationPage>(example.Json));

        written.ShouldBeJson(example.Json);
    }

    [Theory]
    [MemberData(nameof(HostLibraries.Pairs), MemberType = typeof(HostLibraries))]
    public void Moved_fields_and_aliases_are_found(HostLibrary reader, HostLibrary writer)
    {
        var file = reader.Read<ContactFile>("""{"id":"msg_1","name":"a.pdf","url":"https://files.example.com/a"}""");
        var conversation = reader.Read<Conversation>("""{"id":"conv_1","name":"Test Person","status":"open","channel_type":"web"}""");
        var notification = reader.Read<Notification>("""{"_id":"not_1","type":201,"user_id":"u_1","content":{"Text":"x","at":"2026-01-02T03:04:05.000Z"}}""");

        writer.Write(file).ShouldBeJson("""{"_id":"msg_1","content":{"caption":"a.pdf","url":"https://files.example.com/a"}}""");
        writer.Write(conversation).ShouldBeJson("""{"_id":"conv_1","conversation":{"_id":"conv_1","name":"Test Person","status":"open","channel_type":"web"}}""");
        writer.Write(notification).ShouldBeJson(
            """{"id":"not_1","type":201,"recipient":"u_1","is_read":false,"content":"{\"Text\":\"x\",\"at\":\"2026-01-02T03:04:05.000Z\"}"}""");
    }

    [Theory]
    [MemberData(nameof(HostLibraries.All), MemberType = typeof(HostLibraries))]
    public void Derived_properties_are_views_and_no_members(HostLibrary library)
    {
        library.Write(new ContactPage { Total = 5, Data = [new Contact { Id = "con_1" }] }).ShouldBeJson("""{"data":[{"id":"con_1"}],"count":5}""");
        library.Write(new NotificationActionResult()).ShouldBeJson("{}");
        library.Write(new NotificationActionResult { Success = false }).ShouldBeJson("""{"success":false}""");
        library.Write(new Conversation { Id = "conv_1" }).ShouldBeJson("""{"_id":"conv_1"}""");
    }

    [Theory]
    [MemberData(nameof(HostLibraries.All), MemberType = typeof(HostLibraries))]
    public void A_null_that_was_read_is_not_written_beside_the_value_that_replaced_it(HostLibrary library)
    {
        var contact = library.Read<Contact>("""{"id":"con_1","email":null,"created_at":null,"channel_type":null,"additional_params":null}""");
        contact.AdditionalProperties.Should().BeEmpty();
        contact.Email = "person@example.com";

        var written = library.Write(contact);

        written.ShouldBeJson("""{"id":"con_1","email":"person@example.com","created_at":null,"channel_type":null,"additional_params":null}""");
        written.Split("\"email\"").Should().HaveCount(2);
    }

    [Theory]
    [MemberData(nameof(HostLibraries.Pairs), MemberType = typeof(HostLibraries))]
    public void An_input_comes_back_with_what_was_set_and_nothing_else(HostLibrary reader, HostLibrary writer)
    {
        var input = reader.Read<UpdateContactInput>(InputJson);

        input.Name.Should().Be("Test Person");
        input.Email.Should().BeNull();
        input.Phone.Should().Be("5550100");
        input.Birthday.Should().Be("1990-01-02T00:00:00.000Z");
        input.Labels.Should().Equal("a");
        input.IsSet("Email").Should().BeTrue();
        input.IsSet("Gender").Should().BeFalse();
        writer.Write(input).ShouldBeJson(InputJson);
    }

    [Theory]
    [MemberData(nameof(HostLibraries.All), MemberType = typeof(HostLibraries))]
    public void An_input_that_was_made_in_code_has_what_was_set(HostLibrary library)
    {
        library.Write(new UpdateContactInput()).ShouldBeJson("{}");
        library.Write(new UpdateContactInput { AvatarUrl = null }).ShouldBeJson("""{"avatar_url":null}""");
        library.Write(new UpdateContactInput { Name = "A", Email = null, Labels = ["x"] }).ShouldBeJson("""{"display_name":"A","email":null,"labels":["x"]}""");
        library.Write(new UpdateContactInput { Name = "A", Email = null }.WithoutNulls()).ShouldBeJson("""{"display_name":"A"}""");
    }

    [Theory]
    [MemberData(nameof(HostLibraries.All), MemberType = typeof(HostLibraries))]
    public void An_input_is_read_in_the_references_form_too(HostLibrary library)
    {
        var input = library.Read<UpdateContactInput>("""{"name":"Test Person","email":"person@example.com","phone":null}""");

        input.Name.Should().Be("Test Person");
        input.Email.Should().Be("person@example.com");
        input.IsSet(nameof(input.Phone)).Should().BeTrue();
        library.Write(input).ShouldBeJson("""{"display_name":"Test Person","email":"person@example.com","phone_number":null}""");
        library.Read<UpdateContactInput>("""{"name":"old","display_name":"new"}""").Name.Should().Be("new");
    }

    [Theory]
    [MemberData(nameof(HostLibraries.All), MemberType = typeof(HostLibraries))]
    public void Models_inside_a_type_of_the_applications_keep_their_own_names(HostLibrary library)
    {
        var envelope = new HostEnvelope
        {
            Contact = library.Read<Contact>(ContactJson),
            Input = new UpdateContactInput { Email = null },
            File = new ContactFile { Id = "msg_1", Name = "a.pdf" },
            Page = new NotificationPage { Total = 1 },
        };

        var read = library.Read<HostEnvelope>(library.Write(envelope));

        Engine.SystemTextJson.Write(read.Contact).ShouldBeJson(ContactJson);
        Engine.SystemTextJson.Write(read.Input).ShouldBeJson("""{"email":null}""");
        Engine.SystemTextJson.Write(read.File).ShouldBeJson("""{"_id":"msg_1","content":{"caption":"a.pdf"}}""");
        Engine.SystemTextJson.Write(read.Page).ShouldBeJson("""{"data":[],"count":1}""");
    }

    [Fact]
    public void A_model_from_a_parsed_document_of_newtonsoft_is_read_too()
    {
        var contact = Newtonsoft.Json.Linq.JObject.Parse("""{"_id":"con_1","email":null,"extra":{"Key":1},"created_at":"2026-01-02T03:04:05.678Z"}""").ToObject<Contact>()!;

        Engine.Newtonsoft.Write(contact).ShouldBeJson("""{"id":"con_1","email":null,"extra":{"Key":1},"created_at":"2026-01-02T03:04:05.678Z"}""");
    }

    [Fact]
    public void Every_model_has_metadata_for_applications_that_use_no_reflection()
    {
        var options = new System.Text.Json.JsonSerializerOptions { TypeInfoResolver = ContactsJson.TypeInfoResolver };

        foreach (var model in typeof(Contact).Assembly.GetExportedTypes().Where(type => typeof(IOpenModel).IsAssignableFrom(type)))
        {
            options.TryGetTypeInfo(model, out _).Should().BeTrue("{0} is a model", model.Name);
        }
    }

    private static bool IsPage(ContractExample example) => example is { IsRequest: false, Schema: "ContactPage" or "NotificationPage" };
}
