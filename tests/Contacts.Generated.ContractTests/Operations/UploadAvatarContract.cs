using System.Text;

namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.UploadAvatar)]
public class UploadAvatarContract(ContractFixture fixture) : OperationContract(fixture)
{
    private static readonly byte[] _bytes = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x00, 0xFF, (byte)'-', (byte)'-'];

    internal override async Task<object?> CallAsync(ContactsClient client) =>
        await client.UploadAvatarAsync(UploadContent.FromBytes(_bytes, "avatar.png"));

    internal override IEnumerable<RequestCase> Requests() => [new("a file", "POST /contacts/_fileupload", CallAsync)];

    internal override async Task<object?> SendAsync(ContactsClient client, ContractExample example)
    {
        var text = example.Node["file"].Value!.GetValue<string>();
        return await client.UploadAvatarAsync(UploadContent.FromBytes(Encoding.UTF8.GetBytes(text), "avatar.png"));
    }

    internal override IEnumerable<BadInput> BadInputs() =>
    [
        new("null as the file", "file", "*file is required*", client => client.UploadAvatarAsync(null!)),
        new("a missing file", "path", "*", client => client.UploadAvatarAsync(UploadContent.FromFile("no-such-file.png"))),
        new("a blank file name", "fileName", "*", client => client.UploadAvatarAsync(UploadContent.FromBytes(_bytes, " "))),
    ];

    [Fact]
    public async Task The_form_has_one_part_with_the_file_as_it_is()
    {
        await Client.UploadAvatarAsync(UploadContent.FromBytes(_bytes, "Bild ä.png"));

        var sent = Fixture.Recorder.Exchanges[^1];
        var part = MultipartPart.ReadAll(sent.RequestHeaders["Content-Type"], sent.RequestBody).Should().ContainSingle().Subject;
        part.Should().BeEquivalentTo(new { Name = "file", FileName = "Bild ä.png", ContentType = "image/png" });
        part.Bytes.Should().Equal(_bytes);
        sent.RequestHeaders["Content-Length"].Should().Be($"{sent.RequestBody.Length}");
    }

    [Fact]
    public async Task The_address_that_comes_back_has_the_file_byte_for_byte()
    {
        var result = await Client.UploadAvatarAsync(UploadContent.FromBytes(_bytes, "avatar.png"));

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        (await http.GetByteArrayAsync(new Uri(result.Url))).Should().Equal(_bytes);
        result.Url.Should().EndWith(".png");
    }
}
