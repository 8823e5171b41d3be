namespace Contacts.Generated;

/// <summary>The view of a <see cref="ContactsClient"/> that answers with the response's details: see <see cref="ContactsClient.WithResponse"/>.</summary>
public partial class ContactsClientWithResponse
{
    private readonly ContactsClient? _client;

    /// <summary>For a stand-in made by a test, which overrides what it is asked for; whatever is not overridden throws.</summary>
    protected ContactsClientWithResponse()
    {
    }

    internal ContactsClientWithResponse(ContactsClient client) => _client = client;

    private async Task<ContactsResponse<T>> ExecuteAsync<T>(OperationRequest<T> request, CancellationToken cancellationToken)
    {
        var client = _client ?? throw new InvalidOperationException("This view was made by its protected constructor, as a stand-in for a test. Override the member that was called.");
        var call = await client.CallAsync(request, keepHeaders: true, cancellationToken).ConfigureAwait(false);
        var requestId = string.IsNullOrWhiteSpace(call.EchoedRequestId) ? call.RequestId : call.EchoedRequestId;
        return new ContactsResponse<T>(call.Value, call.Status, requestId)
        {
            Headers = call.Headers!,
            Attempts = call.Attempts,
        };
    }
}
