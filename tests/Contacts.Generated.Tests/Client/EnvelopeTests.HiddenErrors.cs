using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>A success that says that the call failed, or does not say whom it is about, is an error.</summary>
public partial class EnvelopeTests
{
    /// <summary>Successes that say that the call failed, or say nothing of what was asked for.</summary>
    public static TheoryData<Engine, string, string> HiddenErrors
    {
        get
        {
            string[] errors =
            [
                """{"success":false,"message":"no"}""", """{"success":"false"}""", """{"success":0}""", """{"error":"no"}""", """{"error":{"message":"no"}}""", """{"errors":["no"]}""",
                """{"error":true,"data":#}""", """{"success":false,"data":#}""", """{"data":#,"errors":[{"message":"no"}]}""", """{"data":{"error":"no"}}""",
                """{"code":40004,"message":"Not Found"}""", """{"code":"40004","message":"Not Found"}""", """{"statusCode":404,"message":"no"}""", """{"status":"error"}""",
            ];
            var rows = new TheoryData<Engine, string, string>();
            foreach (var engine in Enum.GetValues<Engine>())
            {
                foreach (var operation in (string[])[.. _lists, .. _pages])
                {
                    AddAll(operation, errors, "[" + ItemOf(operation) + "]");
                }

                foreach (var operation in (string[])[.. _objects, ContactsOperations.UploadAvatar])
                {
                    AddAll(operation, errors, operation == ContactsOperations.UploadAvatar ? """{"url":"x"}""" : ItemOf(operation));
                    AddAll(
                        operation,
                        [
                            "{}", """{"data":null}""", """{"data":{}}""", """{"data":[]}""", """{"data":{"id":""}}""", """{"data":{"id":null}}""", """{"id":null}""", """{"id":" "}""", """{"id":{"a":1}}""",
                            """{"data":{"id":{}}}""", """{"message":"no"}""", """{"display_name":"x"}""", "null", "[]", "\"\"", "true", """{"url":null}""", """{"data":{"url":""}}""",
                        ],
                        "");
                }

                AddAll(ContactsOperations.UploadAvatar, ["", " "], "");
                foreach (var operation in _deletions)
                {
                    AddAll(operation, [.. errors, """{"success":true,"error":"no"}"""], "{}");
                }

                foreach (var operation in _acknowledgements)
                {
                    AddAll(operation, [.. errors.Where(error => !error.Contains("success", StringComparison.Ordinal)), """{"success":true,"error":"no"}"""], "{}");
                }

                void AddAll(string operation, string[] bodies, string value)
                {
                    foreach (var body in bodies)
                    {
                        rows.Add(engine, operation, body.Replace("#", value, StringComparison.Ordinal));
                    }
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(HiddenErrors))]
    public async Task A_success_that_is_none_is_an_error(Engine engine, string operation, string body)
    {
        var call = () => CallAsync(engine, operation, Encoding.UTF8.GetBytes(body));

        var error = (await call.Should().ThrowAsync<ContactsInvalidResponseException>("{0} was answered {1}", operation, body)).Which;
        error.ToString().Should().NotContain("Not Found");
        if (body.Contains("\"message\"", StringComparison.Ordinal))
        {
            error.GetServerMessage().Should().BeOneOf("no", "Not Found");
        }
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_contact_may_have_such_members_of_its_own(Engine engine)
    {
        foreach (var members in (string[])["""{"error":"x","message":"y","success":false,"code":500,"id":"con_1"}""", """{"id":"con_1","error":{"a":1},"status":"error"}"""])
        {
            foreach (var body in (string[])[members, $$"""{"data":{{members}}}""", $$"""{"message":"ok","error":null,"errors":[],"code":0,"status":200,"data":{{members}}}"""])
            {
                ((Contact)await CallAsync(engine, ContactsOperations.Get, Encoding.UTF8.GetBytes(body)))
                    .Should().Match<Contact>(contact => contact.Id == "con_1" && contact.AdditionalProperties.ContainsKey("error"));
            }
        }
    }
}
