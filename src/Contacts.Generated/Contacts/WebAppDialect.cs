namespace Contacts.Generated;

/// <summary>Requests as the vendor's web application sends them: the contract's form, plus what the application always sends.</summary>
internal sealed class WebAppDialect() : Dialect(ContactsDialect.WebApp)
{
    public override void Shape(OperationRequest request)
    {
        switch (request.Operation)
        {
            case ContactsOperations.GetConversations when request.Query.Count == 0:
                AddAllChannelTypes(request);
                break;
            case ContactsOperations.Search when !HasType(request):
                request.Query.Add(new QueryParameter("type", "text"));
                break;
        }
    }

    public override OperationRequest<T>? FallbackFor<T>(OperationRequest<T> request, ContactsException error)
    {
        if (request.Operation != ContactsOperations.DismissNotification || !MeansThatTheBodyWasLost(error)
            || request.Method == HttpMethod.Post)
        {
            return null;
        }

        var ids = ((RequestBody<IReadOnlyList<string>>)request.Body!).Value;
        request.Method = HttpMethod.Post;
        request.Body = new RequestBody<Dictionary<string, object?>>(new(StringComparer.Ordinal) { ["ids"] = ids.ToList<object?>() });
        return request;
    }

    /// <summary>Errors that older gateways return for a DELETE whose body they dropped, or a service that only supports POST.</summary>
    private static bool MeansThatTheBodyWasLost(ContactsException error) =>
        error is ContactsConnectionException or ContactsApiException { Status: 400 or 404 or 405 or 411 };

    /// <summary>The application always names every channel; the service is believed to refuse the call without any.</summary>
    private static void AddAllChannelTypes(OperationRequest request)
    {
        foreach (var channelType in ChannelType.KnownValues)
        {
            request.Query.Add(new QueryParameter("channel_types", channelType.Value));
        }
    }

    private static bool HasType(OperationRequest request)
    {
        foreach (var parameter in request.Query)
        {
            if (parameter.Name == "type")
            {
                return true;
            }
        }

        return false;
    }
}
