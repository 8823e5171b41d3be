using System.Globalization;
using System.Text;

namespace Contacts.Generated;

/// <summary>
/// Composes an exception's message from facts that are safe to log: "operation: summary (fact, fact). advice". It takes no free text, so
/// nothing of a response or a request can end in it by mistake.
/// </summary>
internal sealed class ErrorMessage
{
    private readonly StringBuilder _text = new();
    private bool _hasFacts;

    private ErrorMessage()
    {
    }

    internal static string For(ContactsException exception)
    {
        var message = new ErrorMessage();
        if (SafeToken.RequestIdOrNull(exception.Operation) is { } operation)
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
    internal static string ForDebugger(ContactsException exception)
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

    /// <summary>A length of time as people read it, in every culture alike: "30 s", "0.5 s".</summary>
    internal static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";

    internal void AddCode(string? code)
    {
        if (SafeToken.CodeOrNull(code) is { } safe)
        {
            AddFact("code " + safe);
        }
    }

    internal void AddRetryAfter(TimeSpan? retryAfter)
    {
        if (retryAfter is { } wait)
        {
            AddFact("retry after " + Seconds(wait));
        }
    }

    private void AddRequestId(string? requestId)
    {
        if (SafeToken.RequestIdOrNull(requestId) is { } safe)
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
