using System.Text.Json;

namespace Contacts.Generated.Tests;

public class VendorSdkDialectTests
{
    private static readonly string[] _credentialHeaders = ["x-api-key", "x-access-token", "authorization", "x-organization-id"];

    public static TheoryData<int, string, Engine> Requests
    {
        get
        {
            var rows = new TheoryData<int, string, Engine>();
            var index = 0;
            foreach (var entry in VendorSdkFixture.Document.GetProperty("requests").EnumerateArray())
            {
                var name = $"{entry.GetProperty("operation").GetString()}: {entry.GetProperty("case").GetString()}";
                rows.Add(index, name, Engine.SystemTextJson);
                rows.Add(index, name, Engine.Newtonsoft);
                index++;
            }

            return rows;
        }
    }

    public static TheoryData<int, string> Credentials
    {
        get
        {
            var rows = new TheoryData<int, string>();
            var index = 0;
            foreach (var entry in VendorSdkFixture.Document.GetProperty("authentication").EnumerateArray())
            {
                rows.Add(index++, entry.GetProperty("credentials").GetString()!);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Sends_what_the_vendors_own_sdk_was_seen_to_send(int index, string name, Engine engine)
    {
        var entry = VendorSdkFixture.Document.GetProperty("requests")[index];
        var gateway = new FakeGateway();
        var arguments = new FixtureArguments(entry.GetProperty("arguments"));

        await VendorSdkFixture.CallAsync(
            gateway.Client(engine, options => options.Dialect = ContactsDialect.VendorSdk), entry.GetProperty("operation")
                .GetString()!, arguments);

        arguments.Unread.Should().BeEmpty("every captured argument of {0} must be passed on", name);
        var (expected, actual) = (entry.GetProperty("request"), gateway.Single);
        actual.Method.Should().Be(expected.GetProperty("method").GetString());
        actual.Address.AbsolutePath.Should().Be(expected.GetProperty("path").GetString());
        actual.Query.Should().BeEquivalentTo(
            expected.GetProperty("query").EnumerateObject().Select(parameter => (parameter.Name, parameter.Value.GetString()!)));
        ShouldHaveHeaders(actual, expected.GetProperty("headers"));
        await ShouldHaveBodyAsync(actual, expected.GetProperty("body"));
    }

    [Theory]
    [MemberData(nameof(Credentials))]
    public async Task Authenticates_as_the_vendors_own_sdk_was_seen_to_do(int index, string credentials)
    {
        var expected = VendorSdkFixture.Document.GetProperty("authentication")[index].GetProperty("headers");
        var gateway = new FakeGateway();

        await gateway.Client(options => Authenticate(options, credentials, expected)).ListAsync();

        ShouldHaveHeaders(gateway.Single, expected);
        gateway.Single.Headers.Keys.Where(name => _credentialHeaders.Contains(name.ToLowerInvariant()))
            .Should().HaveCount(expected.EnumerateObject().Count(), "no further credential may go along");
    }

    private static void Authenticate(ContactsClientOptions options, string credentials, JsonElement headers)
    {
        options.Dialect = ContactsDialect.VendorSdk;
        options.OrganizationId = headers.TryGetProperty("x-organization-id", out var organization) ? organization.GetString() : null;
        _ = credentials switch
        {
            "api key" or "api key and organization" => options.ApiKey = headers.GetProperty("x-api-key").GetString(),
            "access token" => options.AccessToken = headers.GetProperty("x-access-token").GetString(),
            "JWT and organization" => options.BearerToken = headers.GetProperty("authorization").GetString()!["Bearer ".Length..],
            _ => throw new NotSupportedException($"The captured credentials '{credentials}' have no mapping to this client."),
        };
    }

    private static void ShouldHaveHeaders(SentRequest actual, JsonElement expected)
    {
        foreach (var header in expected.EnumerateObject())
        {
            var value = header.Value.GetString()!;
            if (value.EndsWith("boundary=*", StringComparison.Ordinal))
            {
                actual.Headers[header.Name].Should().StartWith(value[..^1]);
            }
            else
            {
                actual.Headers.Should().Contain(header.Name, value);
            }
        }
    }

    private static async Task ShouldHaveBodyAsync(SentRequest actual, JsonElement expected)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            actual.Body.Should().BeNull();
            return;
        }

        if (expected.ValueKind != JsonValueKind.Object || !expected.TryGetProperty("multipart", out var parts))
        {
            actual.Text.ShouldBeJson(expected.GetRawText());
            return;
        }

        using var content = new ByteArrayContent(actual.Body!);
        content.Headers.TryAddWithoutValidation("Content-Type", actual.Headers["Content-Type"]);
        var sent = await MultipartBody.ParseAsync(content);
        sent.Select(part => (part.Name, part.FileName, part.ContentType, Convert.ToBase64String(part.Bytes))).Should().Equal(
            parts.EnumerateArray().Select(part => (
                part.GetProperty("name").GetString()!,
                part.GetProperty("filename").GetString(),
                part.GetProperty("contentType").GetString(),
                part.GetProperty("base64").GetString()!)));
    }
}
