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
        var client = _client ?? throw new InvalidOperationException(
            "This view was created by its protected constructor, as a test double. Override the member that was called.");
        var call = await client.CallAsync(request, keepHeaders: true, cancellationToken).ConfigureAwait(false);
        var requestId = string.IsNullOrWhiteSpace(call.EchoedRequestId) ? call.RequestId : call.EchoedRequestId;
        return new ContactsResponse<T>(call.Value, call.Status, requestId)
        {
            Headers = call.Headers!,
            Attempts = call.Attempts,
        };
    }
}
