namespace Contacts.Generated;

/// <summary>
/// The view of a <see cref="ContactsClient"/> whose operations return the response's details too: see
/// <see cref="ContactsClient.WithResponse"/>.
/// </summary>
public partial class ContactsClientWithResponse
{
    private readonly ContactsClient? _client;

    /// <summary>For a test double, which overrides the members that the test calls. Members that are not overridden throw.</summary>
    protected ContactsClientWithResponse()
    {
    }

    internal ContactsClientWithResponse(ContactsClient client) => _client = client;

    private async Task<ContactsResponse<T>> ExecuteAsync<T>(OperationRequest<T> request, CancellationToken cancellationToken)
    {
        var call = await CallAsync(request, cancellationToken).ConfigureAwait(false);
        return new ContactsResponse<T>(call.Value, call.Status, RequestIdOf(call))
        {
            Headers = call.Headers!,
            Attempts = call.Attempts,
        };
    }

    private async Task<ContactsResponse> ExecuteAsync(OperationRequest<Nothing> request, CancellationToken cancellationToken)
    {
        var call = await CallAsync(request, cancellationToken).ConfigureAwait(false);
        return new ContactsResponse(call.Status, RequestIdOf(call))
        {
            Headers = call.Headers!,
            Attempts = call.Attempts,
        };
    }

    private Task<OperationCall<T>> CallAsync<T>(OperationRequest<T> request, CancellationToken cancellationToken)
    {
        var client = _client ?? throw new InvalidOperationException(
            "This view was created by its protected constructor, as a test double. Override the member that was called.");
        return client.CallAsync(request, keepHeaders: true, cancellationToken);
    }

    private static string RequestIdOf<T>(OperationCall<T> call) =>
        string.IsNullOrWhiteSpace(call.EchoedRequestId) ? call.RequestId : call.EchoedRequestId!;
}
