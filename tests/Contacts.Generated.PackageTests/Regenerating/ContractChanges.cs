namespace Contacts.Generated.PackageTests;

/// <summary>The changes that a contract sees in its life, one of each kind.</summary>
internal static class ContractChanges
{
    private const string Files = "  /contact/{contactId}/files:\n";
    private const string Activities = "  /conversations_activities/{conversationId}:\n";
    private const string FirstField =
        "      required: [id]\n      properties:\n        object_name:\n          type: string\n          description: The kind of "
        + "object, \"contact\".\n";
    private const string IsPresence =
        "        is_presence:\n          type: boolean\n          description: Whether the contact is present now.\n";

    private const string Notes = """
          /contacts/{contactId}/notes:
            get:
              operationId: getNotes
              tags: [contacts]
              x-csharp-type: IReadOnlyList<ContactComment>
              summary: Gets the notes on a contact.
              description: They come at once.
              parameters:
                - name: contactId
                  in: path
                  required: true
                  description: The id of the contact.
                  schema:
                    type: string
                  example: con_1
              responses:
                '200':
                  description: The notes.
                  content:
                    application/json:
                      schema:
                        type: array
                        description: The notes.
                        items:
                          $ref: '#/components/schemas/ContactComment'
                      example: []

        """;

    /// <param name="contract">The contract before, for what is taken out of it.</param>
    public static IReadOnlyList<ContractChange> Of(string contract) =>
    [
        new("an operation is added", (Activities, Notes + Activities))
        {
            Compiles = "IReadOnlyList<ContactComment> notes = await client.GetNotesAsync(\"con_1\"); _ = ContactsOperations.GetNotes;",
            Appears = ["const Contacts.Generated.ContactsOperations.GetNotes = \"getNotes\" -> string!",
                "virtual Contacts.Generated.ContactsClient.GetNotesAsync("],
            Told = ["the operation getNotes (GET /contacts/{contactId}/notes) is new", "ContactsClient.GetNotesAsync is new"],
            Version = "1.1.0",
        },
        new("an operation is removed",
            (contract[contract.IndexOf(Files, StringComparison.Ordinal)..contract.IndexOf(Activities, StringComparison.Ordinal)], ""))
        {
            Breaks = ("_ = await client.GetFilesAsync(\"con_1\");", "CS1061"),
            Goes = ["const Contacts.Generated.ContactsOperations.GetFiles = \"getFiles\" -> string!",
                "virtual Contacts.Generated.ContactsClient.GetFilesAsync("],
            Told = ["the operation getFiles (GET /contact/{contactId}/files) is gone", "ContactsClient.GetFilesAsync is gone"],
            Version = "2.0.0",
        },
        new("an optional field is added",
            (IsPresence, "        nickname:\n          type: string\n          description: What friends say.\n" + IsPresence))
        {
            Compiles = "string? nickname = new Contact().Nickname;",
            Appears = ["Contacts.Generated.Contact.Nickname.get -> string?", "Contacts.Generated.Contact.Nickname.set -> void"],
            Told = ["the field nickname of Contact is new and optional", "Contact.Nickname is new: string?"],
            Version = "1.1.0",
        },
        new("a required field is added",
            (FirstField, FirstField.Replace("[id]", "[id, rank]", StringComparison.Ordinal)
            .Replace(
            "properties:\n",
            "properties:\n        rank:\n          type: integer\n          format: int32\n          description: How important it is.\n",
            StringComparison.Ordinal)))
        {
            Compiles = "int rank = new Contact().Rank;",
            Appears = ["Contacts.Generated.Contact.Rank.get -> int", "Contacts.Generated.Contact.Rank.set -> void"],
            Told = ["the field rank of Contact is new", "Contact.Rank is new: int"],
            Version = "1.1.0",
        },
        new("an optional parameter is added",
            (UpToParameters(contract, "list"), UpToParameters(contract, "list")
            + "        - name: team\n          in: query\n          description: Only contacts of this team.\n          schema:\n         "
            + "   type: string\n          example: t_1\n"))
        {
            Compiles = "await client.ListAsync(new ContactsListOptions { Team = \"t_1\" });",
            Appears = ["Contacts.Generated.ContactsListOptions.Team.get -> string?",
                "Contacts.Generated.ContactsListOptions.Team.set -> void"],
            Told = ["the query parameter team of list is new and optional", "ContactsListOptions.Team is new"],
            Version = "1.1.0",
        },
        new("a required parameter is added",
            (UpToParameters(contract, "getFiles"), UpToParameters(contract, "getFiles")
            + "        - name: team\n          in: query\n          required: true\n          description: The team whose files are "
            + "meant.\n          schema:\n            type: string\n          example: t_1\n"))
        {
            Compiles = "_ = await client.GetFilesAsync(\"t_1\", \"con_1\");",
            Breaks = ("_ = await client.GetFilesAsync(\"con_1\");", "CS7036"),
            Appears = ["virtual Contacts.Generated.ContactsClient.GetFilesAsync(string! team, string! contactId,"],
            Goes = ["virtual Contacts.Generated.ContactsClient.GetFilesAsync(string! contactId, System.Threading.CancellationToken"],
            Told = ["the query parameter team of getFiles is new and required", "ContactsClient.GetFilesAsync was"],
            Version = "2.0.0",
        },
        new("a field is renamed", (IsPresence, IsPresence.Replace("is_presence", "is_present", StringComparison.Ordinal)))
        {
            Compiles = "bool? present = new Contact().IsPresent;",
            Breaks = ("_ = new Contact().IsPresence;", "CS1061"),
            Appears = ["Contacts.Generated.Contact.IsPresent.get -> bool?"],
            Goes = ["Contacts.Generated.Contact.IsPresence.get -> bool?"],
            Told = ["the field is_presence of Contact is gone", "the field is_present of Contact is new and optional"],
            Version = "2.0.0",
        },
        new("a type is changed", (IsPresence, IsPresence.Replace("boolean", "string", StringComparison.Ordinal)))
        {
            Compiles = "string? presence = new Contact().IsPresence;",
            Breaks = ("bool? old = new Contact().IsPresence;", "CS0029"),
            Appears = ["Contacts.Generated.Contact.IsPresence.get -> string?"],
            Goes = ["Contacts.Generated.Contact.IsPresence.get -> bool?"],
            Told = ["the field is_presence of Contact is string and was boolean", "Contact.IsPresence is string? and was bool?"],
            Version = "2.0.0",
        },
        new(
            "an enum value is added",
            ("      enum: [web, facebook, whatsapp, instagram, email, wechat, line, wecom]\n",
                "      enum: [web, facebook, whatsapp, instagram, email, wechat, line, wecom, telegram]\n"),
            ("      x-enumNames: [Web, Facebook, WhatsApp, Instagram, Email, WeChat, Line, WeCom]\n",
                "      x-enumNames: [Web, Facebook, WhatsApp, Instagram, Email, WeChat, Line, WeCom, Telegram]\n"),
            ("        - WeCom, which is WeChat for companies.\n", "        - WeCom, which is WeChat for companies.\n        - Telegram.\n"))
        {
            Compiles = "ChannelType telegram = ChannelType.Telegram;",
            Appears = ["static Contacts.Generated.ChannelType.Telegram.get -> Contacts.Generated.ChannelType"],
            Told = ["ChannelType has the value telegram", "ChannelType.Telegram is new"],
            Version = "1.1.0",
        },
        new("a description is changed", ("Whether the contact is present now.", "Whether the contact is there now."))
        {
            Compiles = "bool? presence = new Contact().IsPresence;",
            Told = ["the description of the field is_presence of Contact says something else", "Words only"],
            Version = "1.0.1",
        },
    ];

    /// <summary>An operation's head, to which a parameter can be added.</summary>
    private static string UpToParameters(string contract, string operation)
    {
        const string Parameters = "      parameters:\n";
        var start = contract.IndexOf($"      operationId: {operation}\n", StringComparison.Ordinal);
        return contract[start..(contract.IndexOf(Parameters, start, StringComparison.Ordinal) + Parameters.Length)];
    }
}
