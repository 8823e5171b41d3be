using System.Globalization;
using System.Net;
using System.Text;

namespace Contacts.Generated;

/// <summary>
/// Composes an exception's message from details that are safe to log: "operation: summary (detail, detail). advice". It takes no free text,
/// so nothing of a response or a request can get into it by mistake.
/// </summary>
internal sealed class ErrorMessage
{
    private readonly StringBuilder _text = new();
    private bool _hasFacts;

    private ErrorMessage()
    {
    }

    public static string For(ContactsException exception)
    {
        var message = new ErrorMessage();
        if (LogSafe.RequestIdOrNull(exception.Operation) is { } operation)
        {
            message._text.Append(operation).Append(": ");
        }

        message._text.Append(exception.Summary);
        exception.AddFacts(message);
        message.AddRequestId(exception.RequestId);
        if (exception.Attempts.Count > 1)
        {
            message.AddFact(exception.Attempts.Count.ToString(CultureInfo.InvariantCulture) + " attempts");
        }

        message._text.Append(message._hasFacts ? ")." : ".");
        if (exception.Advice.Length > 0)
        {
            message._text.Append(' ').Append(exception.Advice);
        }

        return message._text.ToString();
    }

    /// <summary>The short form that a debugger shows: type, status, code and request id.</summary>
    public static string ForDebugger(ContactsException exception)
    {
        var message = new ErrorMessage();
        message._text.Append(exception.GetType().Name);
        switch (exception)
        {
            case ContactsApiException api:
                message.AddFact(api.Status.ToString(CultureInfo.InvariantCulture));
                message.AddCode(api.Code);
                break;
            case ContactsInvalidResponseException invalid:
                message.AddFact(invalid.Status.ToString(CultureInfo.InvariantCulture));
                break;
        }

        message.AddRequestId(exception.RequestId);
        return message._hasFacts ? message._text.Append(')').ToString() : message._text.ToString();
    }

    /// <summary>A duration for people, the same in every culture: "30 s", "0.5 s".</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";

    public void AddCode(string? code)
    {
        if (LogSafe.CodeOrNull(code) is { } safe)
        {
            AddFact("code " + safe);
        }
    }

    public void AddRetryAfter(TimeSpan? retryAfter)
    {
        if (retryAfter is { } wait)
        {
            AddFact("retry after " + Seconds(wait));
        }
    }

    private void AddRequestId(string? requestId)
    {
        if (LogSafe.RequestIdOrNull(requestId) is { } safe)
        {
            AddFact("request id " + safe);
        }
    }

    private void AddFact(string fact)
    {
        _text.Append(_hasFacts ? ", " : " (").Append(fact);
        _hasFacts = true;
    }
}

/// <summary>The sentence of an error message that says what to do about a status.</summary>
internal static class StatusAdvice
{
    public const string NotFound =
        "The object does not exist, was removed, or belongs to another organization than the credential; check the id and GatewayUrl.";

    public static string For(int status) => status switch
    {
        400 or 422 => "Check the values that were sent and, with a bearer token, that it lists the organization; "
            + "GetServerMessage() returns the service's reason.",
        401 => "Check that the credential is set, complete, not expired and belongs to the environment that GatewayUrl names.",
        403 => "The credential is not allowed to do this. An API key with a permission map (a scoped key) never reaches contacts or "
            + "notifications: use a full-access key or an access token.",
        404 or 410 => NotFound,
        405 => "The gateway does not support this method at this address; check GatewayUrl.",
        407 => "A proxy on the way to the gateway requires its own credential.",
        408 => "The service gave up waiting for the request; trying again later may help.",
        409 => "The object has changed or is in another state; read it again, then decide.",
        413 => "Send a smaller body or file; the service sets the limit.",
        429 => "Make fewer calls at a time, and wait as long as RetryAfter says before the next one.",
        501 or 505 => "The service does not support the request; trying again will not help.",
        500 => "Trying again later may help. The gateway also returns this if it cannot look up the credential, "
            + "so check that too if the error persists.",
        502 or 503 or 504 => "The gateway or a service behind it is not available; trying again later may help.",
        >= 500 => "The service failed; if the error persists, give the request id to its support.",
        300 => "There are several addresses to choose from, and this client does not choose: GatewayUrl must name the one to use.",
        304 => "The request was conditional (If-None-Match, If-Modified-Since), and nothing has changed: "
            + "use what you have, or leave that header out.",
        305 or 306 => "The service asks for a proxy in a way that clients no longer support; set the proxy on the HttpClient's handler.",
        301 or 302 or 303 or 307 or 308 =>
            "Redirects are not followed, so that no credential reaches another host: GatewayUrl must name the final host.",
        >= 300 and < 400 => "This client does not know what the status asks for; check that GatewayUrl names the gateway itself.",
        _ => "GetServerMessage() returns the service's reason, if it gave one.",
    };
}

/// <summary>The meaning of a status, whatever the body says.</summary>
internal static class HttpStatus
{
    /// <summary>Whether the same call may succeed later; 501 and 505 will not change.</summary>
    public static bool IsTransient(int status) => status is 408 or 429 or 500 or 502 or 503 or 504;

    /// <summary>The status with the framework's reason phrase, since the one in the response is text from the server.</summary>
    public static string Describe(int status)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        var number = status.ToString(CultureInfo.InvariantCulture);
        return string.IsNullOrEmpty(response.ReasonPhrase) ? number : number + " " + response.ReasonPhrase;
    }
}
