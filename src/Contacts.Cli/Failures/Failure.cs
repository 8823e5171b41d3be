using System.Net.Sockets;
using System.Security.Authentication;
using Contacts.Cli.Hosting;
using Contacts.Generated;

namespace Contacts.Cli.Failures;

/// <summary>What to tell the user about an exception, in one line, and what the process returns.</summary>
internal sealed record Failure(int ExitCode, string? Message)
{
    /// <summary>The SDK's messages name its properties, but the users of a command know its options.</summary>
    private static readonly (string Property, string Option)[] _optionWords =
    [
        ("GatewayUrl", "--gateway"),
        ("OrganizationId", "--organization or IMBRACE_ORGANIZATION_ID"),
        ("export to a stream", "leave --output-file out"),
        ("leave it null to send none", "leave the option out"),
    ];

    /// <param name="failure">What was thrown.</param>
    /// <param name="notFound">What to do when the service does not know the id that the command was given.</param>
    public static Failure Of(Exception failure, string? notFound = null) => failure switch
    {
        OperationCanceledException => new(Hosting.ExitCode.Interrupted, null),
        OutputException { IsClosedPipe: true } => new(Hosting.ExitCode.Success, null),
        OutputException =>
            new(Hosting.ExitCode.Failure, $"The output could not be written: {Sentence(SafeText.OneLine(failure.Message, 400))}"),
        UsageException usage => new(usage.ExitCode, usage.Message),
        ContactsApiException api => OfResponse(api, notFound),
        ContactsConnectionException => new(
            Hosting.ExitCode.Connection, $"The service could not be reached: {CauseOf(failure)} Check --gateway and the network."),
        ContactsTimeoutException timeout => new(
            Hosting.ExitCode.Connection,
            $"The service did not respond within {timeout.Timeout.TotalSeconds:0.###} s. Allow more with --timeout, or check the network."),
        ContactsAvatarNotSetException avatar => OfAvatar(avatar),
        ContactsInvalidResponseException invalid => new(
            Hosting.ExitCode.Failure,
            $"The service returned {invalid.Status}, but its response could not be read{Facts(invalid)}. "
            + "Check that --gateway names the gateway itself, and that no proxy or sign-in page answers in its place."),
        ContactsException => new(Hosting.ExitCode.Failure, failure.Message),
        ArgumentException argument => new(Hosting.ExitCode.Usage, WithoutParameter(argument)),
        IOException or UnauthorizedAccessException or InvalidDataException =>
            new(Hosting.ExitCode.Failure, Sentence(SafeText.OneLine(failure.Message, 400))),

        // The message may contain anything, and would only help the authors of this command.
        _ => new(
            Hosting.ExitCode.Failure,
            $"This command has a bug: {failure.GetType().Name} was not expected. "
            + "Please report it with the command line, but without anything private in it."),
    };

    private static Failure OfResponse(ContactsApiException api, string? notFound)
    {
        var exitCode = api is ContactsAuthenticationException or ContactsPermissionException
            ? Hosting.ExitCode.Authentication
            : Hosting.ExitCode.Failure;
        var said = api.GetServerMessage() is { Length: > 0 } message ? $", \"{SafeText.OneLine(message, 200)}\"" : "";
        var advice = api is ContactsNotFoundException && notFound is not null ? notFound : Advice.For(api);
        return new(exitCode, $"The service returned {api.Status}{said}{Facts(api)}. {advice}");
    }

    private static Failure OfAvatar(ContactsAvatarNotSetException avatar)
    {
        var cause = Of(avatar.InnerException!);
        return new(
            cause.ExitCode,
            "The picture was uploaded, but not set. Instead of uploading it again: "
            + $"contacts update CONTACT_ID --set avatar_url={Pasteable(avatar.GetUploadedUrl())} "
            + $"({cause.Message ?? "it was interrupted"})");
    }

    /// <summary>
    /// Text from the service that a user will paste into a shell: quoted, unless a shell takes every character literally.
    /// </summary>
    private static string Pasteable(string text)
    {
        var clean = SafeText.OneLine(text, 2000);
        return clean.All(static letter => char.IsAsciiLetterOrDigit(letter) || "-._~:/%@,+=".Contains(letter, StringComparison.Ordinal))
            ? clean
            : $"'{clean.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }

    private static string Facts(ContactsException failure)
    {
        var attempts = failure.Attempts.Count > 1 ? $"{failure.Attempts.Count} attempts" : null;
        var id = failure.RequestId is { } requestId ? $"request id {SafeText.OneLine(requestId, 64)}" : null;
        var facts = string.Join(", ", new[] { attempts, id }.Where(static fact => fact is not null));
        return facts.Length > 0 ? $" ({facts})" : "";
    }

    private static string CauseOf(Exception failure)
    {
        var cause = failure.GetBaseException();
        return cause switch
        {
            SocketException socket => Sentence(SafeText.OneLine(socket.Message, 200)),
            AuthenticationException => "the gateway's certificate is not trusted, or TLS failed.",
            _ => "the connection broke before the response was complete.",
        };
    }

    private static string Sentence(string text) => text.TrimEnd().EndsWith('.') ? text.TrimEnd() : text.TrimEnd() + ".";

    /// <summary>The message without what .NET appends to it: the name of the parameter and the value, which are for programmers.</summary>
    private static string WithoutParameter(ArgumentException failure)
    {
        var message = failure.Message;
        var end = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return SafeText.OneLine(InOptionWords(end < 0 ? message : message[..end]), 400);
    }

    private static string InOptionWords(string message) =>
        _optionWords.Aggregate(message, static (text, word) => text.Replace(word.Property, word.Option, StringComparison.Ordinal));
}
