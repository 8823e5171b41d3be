using System.Collections;
using System.Diagnostics;
using System.Net;
using System.Reflection;

namespace Contacts.Generated.Tests;

public class ExceptionLeakTests
{
    [Theory]
    [MemberData(nameof(ErrorShapes.Names), MemberType = typeof(ErrorShapes))]
    public void No_text_of_the_body_is_seen_on_any_class(string name)
    {
        var shape = ErrorShapes.Get(name);
        foreach (var status in new[] { 302, 400, 401, 403, 404, 408, 409, 413, 418, 422, 429, 500, 503 })
        {
            var exception = Thrown(ErrorFactory.Create(Respond(status, shape.MediaType, shape.Body)));

            Shown(exception).Should().NotContainAny(ErrorShapes.Markers, "{0} with {1}", status, name);
        }
    }

    [Fact]
    public void No_text_of_a_wrong_answer_is_seen()
    {
        var exception = new ContactsInvalidResponseException(200, "r-1", new FormatException(ErrorShapes.Secret))
        {
            Expected = "JSON",
            MediaType = "text/" + ErrorShapes.Secret,
        };
        exception.SetBody(ErrorShapes.Secret, ErrorShapes.Secret);

        Shown(Thrown(exception)).Should().NotContainAny(ErrorShapes.Markers);
        exception.GetResponseBody().Should().Be(ErrorShapes.Secret);
    }

    [Fact]
    public void A_message_is_not_where_an_uploaded_address_is_shown()
    {
        var exception = Thrown(new ContactsAvatarNotSetException("https://files.example/api_secret_key", new ContactsServerException()));

        (exception.Message + exception + DebuggerText(exception)).Should().NotContain("api_secret_key");
    }

    [Fact]
    public void The_walk_would_see_a_leak() => Shown(new Leaking()).Should().ContainAll(ErrorShapes.Markers);

    [Fact]
    public void A_debugger_shows_type_status_code_and_request_id()
    {
        DebuggerText(new ContactsConflictException(409, "C_1", "r-1"))
            .Should().Be("ContactsConflictException (409, code C_1, request id r-1)");
        DebuggerText(new ContactsConnectionException()).Should().Be("ContactsConnectionException");
        DebuggerText(new ContactsInvalidResponseException(200, "r-1"))
            .Should().Be("ContactsInvalidResponseException (200, request id r-1)");
    }

    [Fact]
    public void A_private_field_with_text_of_the_body_is_hidden_in_the_debugger()
    {
        foreach (var type in new[] { typeof(ContactsApiException), typeof(ContactsInvalidResponseException) })
        {
            type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(field => field.Name is "_serverMessage" or "_responseBody").Should().NotBeEmpty()
                .And.OnlyContain(field => field.GetCustomAttribute<DebuggerBrowsableAttribute>()!.State == DebuggerBrowsableState.Never);
        }
    }

    private static ErrorResponse Respond(int status, string? mediaType, string body)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status)
        { Content = new ByteArrayContent([]), ReasonPhrase = ErrorShapes.Secret };
        response.Headers.TryAddWithoutValidation("Set-Cookie", ErrorShapes.Secret);
        response.Headers.TryAddWithoutValidation("x-api-key", ErrorShapes.Secret);
        response.Headers.TryAddWithoutValidation(
            "Location", "https://other.example/contacts/api_secret_key?q=person@example.com&p=5550100");
        response.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        response.Content.Headers.TryAddWithoutValidation("Content-Location", "/contacts/api_secret_key");
        return ErrorResponse.From(response, ErrorShapes.Bytes(body), bodyTruncated: false, TimeProvider.System, "sent-1", "get");
    }

    /// <summary>With a stack trace, as a logger gets it.</summary>
    private static Exception Thrown(ContactsException exception)
    {
        Action fail = () => throw exception;
        return Record.Exception(fail)!;
    }

    /// <summary>All that a logger can see of an exception: texts, public properties and fields, and what hangs on them.</summary>
    private static string Shown(Exception exception)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var texts = new List<string> { exception.Message, exception.ToString(), DebuggerText(exception) };
        Walk(exception, seen, texts);
        return string.Join("\n", texts);
    }

    private static void Walk(object? value, HashSet<object> seen, List<string> texts)
    {
        // Reflection leads to the test's own assembly and its constants, which are no part of an exception.
        if (value is null or MemberInfo or Module or Assembly)
        {
            return;
        }

        texts.Add(value.ToString() ?? "");
        if (value is string || value.GetType().IsPrimitive || value is TimeSpan or DateTimeOffset or decimal || !seen.Add(value))
        {
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk(item, seen, texts);
            }
        }

        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public))
        {
            Walk(field.GetValue(value), seen, texts);
        }

        foreach (var property in value.GetType()
            .GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.GetIndexParameters().Length == 0))
        {
            Walk(property.GetValue(value), seen, texts);
        }
    }

    private static string DebuggerText(Exception exception) =>
        (string?)typeof(ContactsException).GetProperty("DebuggerText", BindingFlags.Instance | BindingFlags.NonPublic)!
            .GetValue(exception as ContactsException ?? new ContactsServerException()) ?? "";

    private sealed class Leaking : Exception
    {
        public Leaking() => Data["person@example.com"] = 1;

        public Dictionary<string, object> Deep { get; } = new() { ["a"] = new { Text = "5550100" } };

        public override string ToString() => "api_secret_key";
    }
}
