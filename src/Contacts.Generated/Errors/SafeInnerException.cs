using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Sockets;
using System.Reflection;
using System.Text.Json;

namespace Contacts.Generated;

/// <summary>
/// Keeps text of a response out of inner exceptions, whose messages are part of <see cref="Exception.ToString"/>. Newtonsoft.Json quotes
/// values ("Could not convert string to DateTime: …"), System.Text.Json quotes names in its path, number parsers quote their input, and the
/// HTTP stack quotes a header line that it cannot read.
/// </summary>
internal static class SafeInnerException
{
    /// <summary>For a body that could not be read. Only stream errors are passed on as they are.</summary>
    public static Exception? ForBody(Exception? exception, Redactor? redactor = null) => exception switch
    {
        null => null,
        JsonException json => At("System.Text.Json", json.LineNumber, json.BytePositionInLine),
        Newtonsoft.Json.JsonReaderException json => At("Newtonsoft.Json", json.LineNumber, json.LinePosition),
        Newtonsoft.Json.JsonSerializationException json => At("Newtonsoft.Json", json.LineNumber, json.LinePosition),
        ContactsException => exception,
        _ => IsStreamFault(exception) && IsPlain(exception) ? RedactedException.Of(exception, redactor ?? Redactor.None) : Named(exception),
    };

    /// <summary>
    /// For a connection that failed. Everything is passed on, without the call's secrets, except for what quotes the server.
    /// </summary>
    public static Exception? ForTransport(Exception? exception, Redactor? redactor = null) =>
        IsPlain(exception) ? RedactedException.Of(exception, redactor ?? Redactor.None) : Named(exception!);

    private static bool IsStreamFault(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is not (IOException or InvalidDataException or HttpRequestException or SocketException))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (QuotesTheServer(exception))
            {
                return false;
            }
        }

        return true;
    }

#if NET8_0_OR_GREATER
    private static bool QuotesTheServer(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }
            or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse };
#else
    // On a modern runtime this build finds the property; .NET Framework has neither it nor messages that quote the server.
    private static bool QuotesTheServer(Exception exception) =>
        exception is HttpRequestException or IOException
        && exception.GetType().GetProperty("HttpRequestError")?.GetValue(exception)?.ToString() == "InvalidResponse";
#endif

    private static InvalidDataException At(string reader, long? line, long? position) => new(
        line is null || position is null || (line, position) is (0, 0)
            ? reader + " could not read the body."
            : string.Format(CultureInfo.InvariantCulture, "{0} could not read the body: line {1}, position {2}.", reader, line, position));

    private static InvalidDataException Named(Exception exception) =>
        new(exception.GetType().FullName + " was thrown while the response was read.");
}

/// <summary>
/// An exception of a handler or of the framework without the secrets of the call. One that contains none is passed on as it is; any other
/// is replaced by a copy of the same type, or one that names the type, with the same error codes, so that it says as much about the error.
/// </summary>
internal static class RedactedException
{
    /// <summary>Exceptions are nested a few levels deep; deeper ones tell nothing more.</summary>
    private const int MaxDepth = 16;

    [return: NotNullIfNotNull(nameof(exception))]
    public static Exception? Of(Exception? exception, Redactor redactor) =>
        exception is null || IsClean(exception, redactor, depth: 0) ? exception : Copy(exception, redactor, depth: 0);

    private static bool IsClean(Exception exception, Redactor redactor, int depth)
    {
        if (depth > MaxDepth
            || !redactor.IsClean(exception.Message)
            || !redactor.IsClean(exception.HelpLink)
            || !IsDataClean(exception.Data, redactor)
            || !IsOwnPartClean(exception, redactor))
        {
            return false;
        }

        return exception is AggregateException many
            ? many.InnerExceptions.All(inner => IsClean(inner, redactor, depth + 1))
            : exception.InnerException is null || IsClean(exception.InnerException, redactor, depth + 1);
    }

    private static bool IsDataClean(IDictionary data, Redactor redactor)
    {
        foreach (DictionaryEntry entry in data)
        {
            if (!redactor.IsClean(entry.Key.ToString()) || !redactor.IsClean(entry.Value?.ToString()))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Checks the properties that a type outside the framework adds: a library's exception may hold the request with its headers, or its
    /// address.
    /// </summary>
#if NET8_0_OR_GREATER
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A property that was trimmed away cannot be shown.")]
#endif
    private static bool IsOwnPartClean(Exception exception, Redactor redactor)
    {
        var type = exception.GetType();
        if (exception is ContactsException or SocketException
            || type.Assembly == typeof(Exception).Assembly
            || type.Assembly == typeof(HttpRequestException).Assembly)
        {
            return true;
        }

        try
        {
            return type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(static property => property.GetIndexParameters().Length == 0 && property.DeclaringType != typeof(Exception))
                .All(property => redactor.IsClean(property.GetValue(exception)?.ToString()));
        }
        catch (TargetInvocationException)
        {
            // What cannot be checked is not shown.
            return false;
        }
    }

    private static Exception Copy(Exception exception, Redactor redactor, int depth)
    {
        var inner = exception.InnerException is { } cause && depth < MaxDepth ? Copy(cause, redactor, depth + 1) : null;
        var message = redactor.Clean(exception.Message);
        var copy = exception switch
        {
            ContactsException => exception,
            AggregateException many => new AggregateException(many.InnerExceptions.Select(one => Copy(one, redactor, depth + 1))),
            _ => OfSameType(exception, message, inner) ?? new OutsideException($"{exception.GetType().FullName}: {message}", inner),
        };
        if (!ReferenceEquals(copy, exception))
        {
            CopyFacts(exception, copy, redactor);
        }

        return copy;
    }

    /// <summary>Copies only exactly these types, since a derived one could hold more.</summary>
    private static Exception? OfSameType(Exception exception, string message, Exception? inner)
    {
        var type = exception.GetType();
        return exception switch
        {
#if NET8_0_OR_GREATER
            HttpRequestException http when type == typeof(HttpRequestException) =>
                new HttpRequestException(http.HttpRequestError, message, inner, http.StatusCode),

            // The type itself appends the error's name to its message.
            HttpIOException http when type == typeof(HttpIOException) =>
                new HttpIOException(http.HttpRequestError, message.Replace($" ({http.HttpRequestError})", ""), inner),
#else
            HttpRequestException when type == typeof(HttpRequestException) => new HttpRequestException(message, inner),
#endif
            SocketException socket => new SocketException((int)socket.SocketErrorCode),
            TaskCanceledException when type == typeof(TaskCanceledException) => new TaskCanceledException(message, inner),
            OperationCanceledException when type == typeof(OperationCanceledException) => new OperationCanceledException(message, inner),
            TimeoutException when type == typeof(TimeoutException) => new TimeoutException(message, inner),
            InvalidDataException => new InvalidDataException(message, inner),
            IOException when type == typeof(IOException) => new IOException(message, inner),
            InvalidOperationException when type == typeof(InvalidOperationException) => new InvalidOperationException(message, inner),
            _ => null,
        };
    }

    private static void CopyFacts(Exception from, Exception to, Redactor redactor)
    {
        to.Source = from.Source;
        foreach (DictionaryEntry entry in from.Data)
        {
            to.Data[redactor.Clean(entry.Key.ToString() ?? "")] = entry.Value is null ? null : redactor.Clean(entry.Value.ToString() ?? "");
        }

#if NET8_0_OR_GREATER
        to.HResult = from.HResult;
        if (from.StackTrace is { } trace && to is not SocketException)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.SetRemoteStackTrace(to, trace);
        }
#endif
    }

    /// <summary>Replaces an exception whose type cannot be created again; its message begins with that type.</summary>
    private sealed class OutsideException(string message, Exception? innerException) : Exception(message, innerException);
}
