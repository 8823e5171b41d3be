using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace Contacts.Generated;

/// <summary>
/// Keeps text of a response out of inner exceptions, whose messages are part of <see cref="Exception.ToString"/>. Newtonsoft.Json quotes
/// values ("Could not convert string to DateTime: …"), System.Text.Json quotes names in its path, a number parser quotes its input, and the
/// HTTP stack quotes a header line that it cannot read.
/// </summary>
internal static class SafeInnerException
{
    /// <summary>For a body that could not be read: only faults of the stream pass as they are.</summary>
    internal static Exception? ForBody(Exception? exception, Redactor? redactor = null) => exception switch
    {
        null => null,
        JsonException json => At("System.Text.Json", json.LineNumber, json.BytePositionInLine),
        Newtonsoft.Json.JsonReaderException json => At("Newtonsoft.Json", json.LineNumber, json.LinePosition),
        Newtonsoft.Json.JsonSerializationException json => At("Newtonsoft.Json", json.LineNumber, json.LinePosition),
        ContactsException => exception,
        _ => IsStreamFault(exception) && IsPlain(exception) ? CleanException.Of(exception, redactor ?? Redactor.None) : Named(exception),
    };

    /// <summary>For a connection that failed: everything passes but what quotes the server, and without what is secret in the call.</summary>
    internal static Exception? ForTransport(Exception? exception, Redactor? redactor = null) =>
        IsPlain(exception) ? CleanException.Of(exception, redactor ?? Redactor.None) : Named(exception!);

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
    // The property exists where this build runs on a modern runtime; .NET Framework has neither it nor the quoting texts.
    private static bool QuotesTheServer(Exception exception) =>
        exception is HttpRequestException or IOException
        && exception.GetType().GetProperty("HttpRequestError")?.GetValue(exception)?.ToString() == "InvalidResponse";
#endif

    private static InvalidDataException At(string reader, long? line, long? position) => new(
        line is null || position is null || (line, position) is (0, 0)
            ? reader + " could not read the body."
            : string.Format(CultureInfo.InvariantCulture, "{0} could not read the body: line {1}, position {2}.", reader, line, position));

    private static InvalidDataException Named(Exception exception) => new(exception.GetType().FullName + " was thrown while the answer was read.");
}
