using Contacts.Cli.Input;

namespace Contacts.Cli.Help;

/// <summary>What the help says that no command says of itself: groups, examples, and what all commands have in common.</summary>
internal static class HelpTexts
{
    public const string ConnectionTopic = "connection";

    /// <summary>The commands, in the order in which people meet them.</summary>
    public static IReadOnlyList<(string Title, string[] Names)> Groups { get; } =
    [
        (
            "Read",
            [
                "list", "search", "get", "get-by-board-item", "conversations", "activities", "comments", "message-comments", "files",
                "export",
            ]),
        ("Change", ["create", "update", "delete", "set-avatar", "upload-avatar"]),
        ("Notifications", ["notifications"]),
        ("Tools", ["call", "login", "profile", "doctor", "demo", "emulator", "completion", "help"]),
    ];

    /// <summary>The topics and what they are about.</summary>
    public static IReadOnlyList<(string Topic, string What)> TopicTitles { get; } =
    [
        (ConnectionTopic, "which service, as whom, and how long"),
        ("fields", "the fields that can be changed"),
        ("exit-codes", "what scripts learn"),
    ];

    public static IReadOnlyDictionary<string, string> Topics { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [ConnectionTopic] = """
            Environment:
              IMBRACE_GATEWAY_URL      the service's gateway; --gateway wins over it
              IMBRACE_API_KEY          an API key, for a backend
              IMBRACE_ACCESS_TOKEN     or the token of a signed-in user; a JWT is sent
                                       as Bearer when there is an organization
              IMBRACE_ORGANIZATION_ID  the organization, where one is needed
              CONTACTS_PROFILE         a profile that 'contacts login' stored; without it
                                       the current one is used for what is not set
              HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY   a proxy, or none
              NO_COLOR                 turns colours off

            Try it without an account:
              contacts emulator                runs an emulator of the service
              contacts list --gateway ADDRESS  with IMBRACE_API_KEY=anything
            """,
        ["fields"] = $"""
            The fields of 'contacts update --set field=value' and '--clear field':

              {string.Join("\n  ", UpdateFields.Names)}
            """,
        ["exit-codes"] = """
            0              done; also if the reader of a pipe stopped reading
            1              the service returned an error, a file could not be written,
                           or the answer to a question was no
            2              wrong usage; nothing was sent
            3              no connection, or no response in time
            4              no credential, or one that the service rejects
            130            interrupted by Ctrl-C
            129, 131, 143  ended by SIGHUP, SIGQUIT or SIGTERM
            """,
    };

    /// <summary>Two lines for each command, as somebody would type them.</summary>
    public static IReadOnlyDictionary<string, string[]> Examples { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [""] = ["contacts list --limit 20 --sort -created_at", "contacts update CONTACT_ID --set name=\"Test Person\""],
        ["list"] = ["contacts list --limit 20 --sort -created_at", "contacts list --all --output csv --columns id,name,email"],
        ["search"] = ["contacts search person@example.com", "contacts search \"test person\" --all --output ndjson"],
        ["get"] = ["contacts get CONTACT_ID --query email", "contacts get - --output csv < ids.txt"],
        ["get-by-board-item"] = ["contacts get-by-board-item BOARD_ITEM_ID", "contacts get-by-board-item BOARD_ITEM_ID --query id"],
        ["conversations"] = ["contacts conversations CONTACT_ID", "contacts conversations CONTACT_ID --channel whatsapp --channel web"],
        ["activities"] = ["contacts activities CONVERSATION_ID", "contacts activities CONVERSATION_ID --wide"],
        ["comments"] = ["contacts comments CONTACT_ID", "contacts comments CONTACT_ID --all --output ndjson"],
        ["comments add"] =
        [
            "contacts comments add CONTACT_ID --content \"Called back\"",
            "contacts comments add CONTACT_ID --content Done --query id",
        ],
        ["comments show"] = ["contacts comments show CONTACT_ID COMMENT_ID", "contacts comments show CONTACT_ID COMMENT_ID --query text"],
        ["comments delete"] =
        [
            "contacts comments delete CONTACT_ID COMMENT_ID --dry-run",
            "contacts comments delete CONTACT_ID COMMENT_ID --yes",
        ],
        ["message-comments"] = ["contacts message-comments CONTACT_ID", "contacts message-comments CONTACT_ID --all"],
        ["files"] = ["contacts files CONTACT_ID", "contacts files CONTACT_ID --columns name,url --wide"],
        ["export"] = ["contacts export --output-file contacts.csv", "contacts export --sort created_at"],
        ["create"] =
        [
            "contacts create --name \"Test Person\" --email person@example.com",
            "contacts create --name \"Test Person\" --label vip --query id",
        ],
        ["update"] =
        [
            "contacts update CONTACT_ID --set name=\"Test Person\" --set language=en",
            "contacts update --from contacts.csv --dry-run",
        ],
        ["delete"] = ["contacts delete CONTACT_ID --dry-run", "contacts delete - --yes < ids.txt"],
        ["set-avatar"] = ["contacts set-avatar CONTACT_ID picture.png", "contacts set-avatar CONTACT_ID picture.png --query avatar_url"],
        ["upload-avatar"] = ["contacts upload-avatar picture.png", "contacts upload-avatar picture.png --query url"],
        ["notifications"] = ["contacts notifications list --unread", "contacts notifications watch"],
        ["notifications list"] = ["contacts notifications list --unread", "contacts notifications list --type assigns --limit 50"],
        ["notifications read"] = ["contacts notifications read NOTIFICATION_ID", "contacts notifications read --all"],
        ["notifications dismiss"] = ["contacts notifications dismiss NOTIFICATION_ID", "contacts notifications dismiss --all --dry-run"],
        ["notifications watch"] = ["contacts notifications watch --interval 10", "contacts notifications watch --output ndjson"],
        ["call"] =
        [
            "contacts call list --param limit=20 --query data[].email",
            "contacts call update --param contactId=CONTACT_ID --body @fields.json",
        ],
        ["login"] = ["contacts login", "contacts login --profile work --key-command \"pass show contacts\""],
        ["profile"] = ["contacts profile list", "contacts profile use work"],
        ["profile list"] = ["contacts profile list", "contacts profile list | grep stable"],
        ["profile use"] = ["contacts profile use default", "contacts profile use work"],
        ["profile remove"] = ["contacts profile remove default", "contacts profile remove work"],
        ["doctor"] = ["contacts doctor", "contacts doctor --gateway stable --verbose"],
        ["demo"] = ["contacts demo", "contacts demo --dialect vendorsdk"],
        ["emulator"] = ["contacts emulator --port 8080 --contacts 500 --log", "contacts emulator --fail update=503x2 --delay list=2s"],
        ["emulator export-mappings"] =
        [
            "contacts emulator export-mappings mappings",
            "contacts emulator export-mappings wiremock --format wiremock",
        ],
        ["emulator record"] =
        [
            "contacts emulator record mappings --gateway stable",
            "contacts emulator record mappings --keep channel_type,message --yes",
        ],
        ["completion"] = ["source <(contacts completion bash)", "contacts completion fish > ~/.config/fish/completions/contacts.fish"],
        ["help"] = ["contacts help update", "contacts help connection"],
    };
}
