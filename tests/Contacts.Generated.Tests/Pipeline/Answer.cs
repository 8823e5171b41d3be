using System.Net;

namespace Contacts.Generated.Tests;

/// <summary>What a handler does with one request.</summary>
internal sealed class Answer
{
    private readonly Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> _respond;

    private Answer(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> respond) => _respond = respond;

    /// <summary>Whether the request's content is read first, as a server that answers has done.</summary>
    public bool TakesContent { get; private init; } = true;

    public static Answer From(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> respond, bool takesContent = true) =>
        new(respond) { TakesContent = takesContent };

    public static Answer Json(string body, int status = 200) => Of(status, body, "application/json");

    public static Answer Of(int status, string body = "", string? mediaType = null, params (string Name, string Value)[] headers) =>
        Of(status, () => new TestContent(new TestBody(body), mediaType), headers);

    public static Answer Of(int status, HttpContent content) => Of(status, () => content);

    public static Answer Of(int status, Stream body, string? mediaType = "application/json") =>
        Of(status, () => new TestContent(body, mediaType));

    public static Answer Of(int status, Func<HttpContent> content, params (string Name, string Value)[] headers) => new((_, _) =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = content() };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return Task.FromResult(response);
    });

    /// <summary>Breaks; before the content means before the connection stood.</summary>
    public static Answer Throws(Func<Exception> exception, bool beforeContent = false) =>
        new((_, _) => throw exception()) { TakesContent = !beforeContent };

    /// <summary>Never answers; ends with the token.</summary>
    public static Answer Silence() => new(static async (_, cancellationToken) =>
    {
        var never = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return await never.Task;
    });

    public Task<HttpResponseMessage> RespondAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _respond(request, cancellationToken);
}
