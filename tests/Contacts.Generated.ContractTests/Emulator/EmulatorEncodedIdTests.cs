using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>Ids with characters that a path decodes, in each place that has an id.</summary>
public sealed class EmulatorEncodedIdTests : IDisposable
{
    private static readonly (string Sent, string Meant)[] _ids =
        [("a%2Fb", "a/b"), ("a%252Fb", "a%2Fb"), ("a+b", "a+b"), ("a%2Bb", "a+b"), ("a%20b", "a b"), ("a%0Ab", "a\nb"), ("a*b", "a*b")];

    private static readonly (string Method, string Path, string? Body)[] _ofContacts =
    [
        ("GET", "/contacts/ID", null),
        ("PUT", "/contacts/ID", """{"display_name":"Test Person"}"""),
        ("GET", "/contacts/ID/conversations", null),
        ("GET", "/contacts/ID/comments", null),
        ("POST", "/contacts/ID/comments", """{"content":"Called back."}"""),
        ("GET", "/contacts/ID/message_comments", null),
        ("GET", "/contact/ID/files", null),
        ("GET", "/contacts/ID/files", null),
        ("GET", "/contacts/by-board-item/ID", null),
        ("DELETE", "/contacts/ID", null),
    ];

    private static readonly (string Method, string Path, string Missing)[] _ofOthers =
    [
        ("GET", "/contacts/CONTACT/comment/ID", "Comment not found"),
        ("DELETE", "/contacts/CONTACT/comment/ID", "Comment not found"),
        ("GET", "/conversations_activities/ID", "Conversation not found"),
    ];

    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();
    private readonly EmulatorHttp _http;

    public EmulatorEncodedIdTests() => _http = new EmulatorHttp(_emulator);

    public static TheoryData<string, string> Ids
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (sent, meant) in _ids)
            {
                data.Add(sent, meant);
            }

            return data;
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _emulator.Dispose();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task An_id_is_decoded_once(string sent, string meant)
    {
        _emulator.Contacts.Add(new Contact { Id = meant, BoardItemId = meant });
        foreach (var (method, path, body) in _ofContacts)
        {
            await _http.JsonAsync(method, path.Replace("ID", sent), body is null ? null : EmulatorHttp.Json(body));
        }

        foreach (var (method, path, missing) in _ofOthers)
        {
            using var response = await _http.SendAsync(method, path.Replace("CONTACT", _emulator.Contacts[0].Id).Replace("ID", sent));
            (await EmulatorHttp.ReadAsync(response)).GetProperty("message").GetString().Should().Be(missing);
        }

        var withIds = ContractDocument.Contacts.Operations.Where(operation => !operation.IsLiteral).Select(operation => operation.Id);
        _emulator.Requests.Select(request => request.Operation).Distinct().Should().BeEquivalentTo(withIds);
        _emulator.Server.LogEntries.Select(entry => entry.MappingTitle)
            .Should().Equal(_emulator.Requests.Select(request => request.Operation));
        _emulator.Server.LogEntries[0].RequestMessage!.Path.Should().Be($"{EmulatorHttp.Root}/contacts/{meant}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task An_id_comes_as_the_client_was_given_it(string sent, string meant)
    {
        sent.Should().NotBeEmpty();
        _emulator.Contacts.Add(new Contact { Id = meant });
        var client = _emulator.CreateClient();

        (await client.GetAsync(meant)).Id.Should().Be(meant);
    }
}
