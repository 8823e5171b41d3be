namespace Contacts.Generated.Tests;

public sealed class UploadContentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, "A path is required*")]
    [InlineData("", "The path is empty*")]
    [InlineData("  ", "The path is empty*")]
    [InlineData("missing.png", "There is no file*")]
    [InlineData(".", "The path is a folder*")]
    public void A_path_that_is_no_file_is_refused(string? path, string message)
    {
        var act = () => UploadContent.FromFile(path is null or "" or "  " ? path! : _folder.At(path));

        act.Should().Throw<ArgumentException>().WithMessage(message).WithParameterName(nameof(path));
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        var act = () => UploadContent.FromFile(_folder.Write("empty.png", ""));

        act.Should().Throw<ArgumentException>().WithMessage("The file is empty*").WithParameterName("path");
    }

    [Fact]
    public void A_file_that_another_program_writes_is_refused_and_not_named()
    {
        using var writer = new FileStream(_folder.At("jane-doe.png"), FileMode.Create, FileAccess.Write, FileShare.None);
        writer.WriteByte(1);
        writer.Flush();

        var act = () => UploadContent.FromFile(_folder.At("jane-doe.png"));

        act.Should().Throw<ArgumentException>().WithMessage("The file cannot be opened*").WithParameterName("path")
            .Which.ToString().Should().NotContain("jane-doe");
    }

    [Fact]
    public void A_null_stream_is_refused()
    {
        var act = () => UploadContent.FromStream(null!, "a.png");

        act.Should().Throw<ArgumentException>().WithMessage("A stream is required*").WithParameterName("stream");
    }

    [Fact]
    public void An_unreadable_stream_is_refused()
    {
        using var writeOnly = new FileStream(_folder.At("out.png"), FileMode.Create, FileAccess.Write);
        var act = () => UploadContent.FromStream(writeOnly, "a.png");

        act.Should().Throw<ArgumentException>().WithMessage("The stream cannot be read*").WithParameterName("stream");
    }

    [Fact]
    public void A_stream_at_its_end_is_refused()
    {
        using var stream = new MemoryStream([1, 2, 3]) { Position = 3 };
        var act = () => UploadContent.FromStream(stream, "a.png");

        act.Should().Throw<ArgumentException>().WithMessage("*at its end. Set its Position*").WithParameterName("stream");
    }

    [Fact]
    public void No_bytes_are_refused()
    {
        var act = () => UploadContent.FromBytes(default, "a.png");

        act.Should().Throw<ArgumentException>().WithMessage("There is nothing to upload*").WithParameterName("bytes");
    }

    [Theory]
    [InlineData(null, "A file name is required*")]
    [InlineData("", "The file name is empty*")]
    [InlineData(" ", "The file name is empty*")]
    [InlineData("..", "The file name is empty*")]
    [InlineData("photos/a.png", "The file name contains a folder*")]
    [InlineData("photos\\a.png", "The file name contains a folder*")]
    [InlineData("a.png/", "The file name contains a folder*")]
    public void A_file_name_that_is_none_is_refused(string? fileName, string message)
    {
        var fromBytes = () => UploadContent.FromBytes(new byte[1], fileName!);
        var fromStream = () => UploadContent.FromStream(new MemoryStream([1]), fileName!);

        fromBytes.Should().Throw<ArgumentException>().WithMessage(message).WithParameterName(nameof(fileName));
        fromStream.Should().Throw<ArgumentException>().WithMessage(message).WithParameterName(nameof(fileName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("png")]
    [InlineData("image/*")]
    [InlineData("image/png\r\nx-evil: 1")]
    [InlineData("image/png; name=\"\n\"")]
    [InlineData("image/png; name=\u00e9")]
    [InlineData("image/png; name=\"\u00e9\"")]
    [InlineData("image/png;\r\n name=x")]
    public void A_content_type_that_is_none_is_refused(string contentType)
    {
        var path = _folder.Write("a.png", "x");
        Action[] acts =
        [
            () => UploadContent.FromFile(path, contentType),
            () => UploadContent.FromStream(new MemoryStream([1]), "a.png", contentType),
            () => UploadContent.FromBytes(new byte[1], "a.png", contentType),
        ];

        acts.Should().AllSatisfy(act =>
            act.Should()
                .Throw<ArgumentException>().WithMessage("The content type is not a media type*").WithParameterName(nameof(contentType)));
    }

    [Theory]
    [InlineData("a.png", "image/png")]
    [InlineData("A.JPG", "image/jpeg")]
    [InlineData("a.b.jpeg", "image/jpeg")]
    [InlineData("a.svg", "image/svg+xml")]
    [InlineData("a.vcf", "text/vcard")]
    [InlineData("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("png", "application/octet-stream")]
    [InlineData("a.", "application/octet-stream")]
    [InlineData("a.unknown", "application/octet-stream")]
    public void The_extension_decides_the_media_type(string fileName, string mediaType) =>
        UploadContent.FromBytes(new byte[1], fileName).MediaType.Should().Be(mediaType);

    [Fact]
    public void A_dot_in_the_folder_is_no_extension()
    {
        Directory.CreateDirectory(_folder.At("photos.png"));

        UploadContent.FromFile(_folder.Write("photos.png/me", "x")).MediaType.Should().Be("application/octet-stream");
    }

    [Fact]
    public void A_given_content_type_wins_and_keeps_its_parameters() =>
        UploadContent.FromBytes(new byte[1], "a.png", " text/plain; charset=utf-8 ").MediaType.Should().Be("text/plain; charset=utf-8");

    [Fact]
    public void A_file_is_sent_under_its_name_alone() =>
        UploadContent.FromFile(_folder.Write("photo.png", "x")).FileName.Should().Be("photo.png");

    [Fact]
    public void An_upload_says_nothing_of_the_file_in_its_text() =>
        UploadContent.FromFile(_folder.Write("jane-doe.png", "x")).ToString().Should().NotContain("jane");
}
