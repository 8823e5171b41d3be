namespace Contacts.Generated;

/// <summary>Requests as the vendor's TypeScript SDK sends them.</summary>
internal sealed class VendorSdkDialect() : Dialect(ContactsDialect.VendorSdk)
{
    public override void Shape(OperationRequest request)
    {
        switch (request.Operation)
        {
            case ContactsOperations.GetConversations when request.Query.Count > 1:
                JoinChannelTypes(request);
                break;
            case ContactsOperations.Update:
                RenameFields(request);
                break;
            case ContactsOperations.MarkNotificationsRead when request.Body is RequestBody<IReadOnlyList<string>> ids:
                request.Body = Wrap(ids.Value.ToList<object?>());
                break;
            case ContactsOperations.DismissNotification when request.Body is RequestBody<IReadOnlyList<string>> ids:
                request.Body = Wrap(ids.Value[0]);
                break;
        }
    }

    private static RequestBody<Dictionary<string, object?>> Wrap(object value) =>
        new(new(StringComparer.Ordinal) { ["notification_id"] = value });

    private static void JoinChannelTypes(OperationRequest request)
    {
        var joined = string.Join(",", request.Query.Select(parameter => parameter.Value));
        request.Query.Clear();
        request.Query.Add(new QueryParameter("channel_types", joined));
    }

    private static void RenameFields(OperationRequest request)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in ((RequestBody<UpdateContactInput>)request.Body!).Value.AdditionalProperties)
        {
            fields[field.Key switch { "display_name" => "name", "phone_number" => "phone", var other => other }] = field.Value;
        }

        request.Body = new RequestBody<Dictionary<string, object?>>(fields);
    }
}
