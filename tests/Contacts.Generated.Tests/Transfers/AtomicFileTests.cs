using System.Diagnostics;
using System.Net.Sockets;

namespace Contacts.Generated.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("what was there before, and longer")]
    public async Task The_file_appears_whole_and_nothing_else_stays(string? before)
    {
        var path = before is null ? _folder.At("out.csv") : _folder.Write("out.csv", before);

        await using (var file = AtomicFile.Create(path))
        {
            await file.Content.WriteAsync("id\n1\n"u8.ToArray());
            File.Exists(path).Should().Be(before is not null, "the target changes at the end only");
            await file.CommitAsync(default);
        }

        (await File.ReadAllTextAsync(path)).Should().Be("id\n1\n");
        _folder.Files.Should().Equal("out.csv");
    }

    [Fact]
    public async Task A_failure_midway_leaves_the_target_as_it_was()
    {
        var path = _folder.Write("out.csv", "before");
        var export = new ContactsCsvExport(new SyntheticStream(90_000), length: 100_000);

        var write = async () =>
        {
            await using var file = AtomicFile.Create(path);
            await export.CopyToAsync(file.Content);
            await file.CommitAsync(default);
        };

        await write.Should().ThrowAsync<ContactsInvalidResponseException>();
        (await File.ReadAllTextAsync(path)).Should().Be("before");
        _folder.Files.Should().Equal("out.csv");
    }

    [Fact]
    public async Task A_failure_without_a_target_leaves_no_file()
    {
        await using (var file = AtomicFile.Create(_folder.At("out.csv")))
        {
            await file.Content.WriteAsync(new byte[10]);
        }

        _folder.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task Cancelling_before_the_move_leaves_the_target_as_it_was()
    {
        var path = _folder.Write("out.csv", "before");

        await using (var file = AtomicFile.Create(path))
        {
            await file.Content.WriteAsync(new byte[10]);
            var commit = () => file.CommitAsync(new CancellationToken(canceled: true));
            await commit.Should().ThrowAsync<OperationCanceledException>();
        }

        (await File.ReadAllTextAsync(path)).Should().Be("before");
        _folder.Files.Should().Equal("out.csv");
    }

    [Fact]
    public async Task A_move_that_fails_leaves_nothing_over()
    {
        var path = _folder.At("out.csv");
        await using (var file = AtomicFile.Create(path))
        {
            Directory.CreateDirectory(path);
            var commit = () => file.CommitAsync(default);
            (await commit.Should().ThrowAsync<Exception>())
                .Which.Should().Match(thrown => thrown is IOException || thrown is UnauthorizedAccessException);
        }

        _folder.Files.Should().Equal("out.csv");
        Directory.Exists(path).Should().BeTrue();
    }

    [Fact]
    public async Task Two_writers_of_one_target_do_not_meet()
    {
        var path = _folder.At("out.csv");
        await using var first = AtomicFile.Create(path);
        await using var second = AtomicFile.Create(path);
        await first.Content.WriteAsync("first"u8.ToArray());
        await second.Content.WriteAsync("second"u8.ToArray());

        await second.CommitAsync(default);
        await first.CommitAsync(default);

        (await File.ReadAllTextAsync(path)).Should().Be("first");
        _folder.Files.Should().Equal("out.csv");
    }

    [Theory]
    [InlineData(null, "A path is required*")]
    [InlineData("", "The path is empty*")]
    [InlineData("\t", "The path is empty*")]
    [InlineData(".", "The path is a folder*")]
    [InlineData("missing/out.csv", "The folder of this path does not exist*")]
    [InlineData("out.csv\0", "The path is not valid*")]
    public void A_path_that_cannot_be_written_is_refused(string? path, string message)
    {
        var act = () => AtomicFile.Create(string.IsNullOrWhiteSpace(path) ? path! : _folder.At(path));

        act.Should().Throw<ArgumentException>().WithMessage(message).WithParameterName(nameof(path));
        _folder.Files.Should().BeEmpty();
    }

    [Fact]
    public void A_path_that_ends_in_a_separator_is_a_folder()
    {
        var act = () => AtomicFile.Create(_folder.At("out") + Path.DirectorySeparatorChar);

        act.Should().Throw<ArgumentException>().WithMessage("The path is a folder*").WithParameterName("path");
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/stdout")]
    [InlineData("/dev/fd/1")]
    [InlineData("/proc/self/fd/1")]
    [InlineData("/dev/there-is-nothing")]
    public void A_device_is_never_replaced(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // there it is an ordinary path
        }

        Refused(path);
    }

    [Fact]
    public void A_pipe_or_a_socket_is_never_replaced_whatever_leads_to_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // it has neither in folders
        }

        using (var mkfifo = Process.Start("mkfifo", _folder.At("pipe")))
        {
            mkfifo.WaitForExit();
        }

        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder.At("socket")));
        File.CreateSymbolicLink(_folder.At("to-pipe"), "pipe");
        File.CreateSymbolicLink(_folder.At("to-link"), _folder.At("to-pipe"));
        File.CreateSymbolicLink(_folder.At("to-device"), "/dev/null");
        File.CreateSymbolicLink(_folder.At("to-output"), "/dev/stdout");
        Directory.CreateSymbolicLink(_folder.At("descriptors"), "/proc/self/fd");
        var before = Directory.GetFileSystemEntries(_folder.Root);

        foreach (var name in new[] { "pipe", "socket", "to-pipe", "to-link", "to-device", "to-output", "descriptors/1" })
        {
            Refused(_folder.At(name));
        }

        Directory.GetFileSystemEntries(_folder.Root).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task A_link_to_what_does_not_exist_yet_stays_and_its_file_appears()
    {
        if (OperatingSystem.IsWindows() || TransferBuild.IsNetStandard)
        {
            return; // links need a privilege, or an API that build lacks
        }

        File.CreateSymbolicLink(_folder.At("link"), "new.csv");

        await using (var file = AtomicFile.Create(_folder.At("link")))
        {
            await file.Content.WriteAsync("id"u8.ToArray());
            await file.CommitAsync(default);
        }

        new FileInfo(_folder.At("link")).LinkTarget.Should().Be("new.csv");
        (await File.ReadAllTextAsync(_folder.At("new.csv"))).Should().Be("id");
    }

    [Fact]
    public void A_link_that_leads_back_to_itself_is_refused()
    {
        if (OperatingSystem.IsWindows() || TransferBuild.IsNetStandard)
        {
            return; // links need a privilege, or an API that build lacks
        }

        File.CreateSymbolicLink(_folder.At("a"), "b");
        File.CreateSymbolicLink(_folder.At("b"), "a");

        FluentActions.Invoking(() => AtomicFile.Create(_folder.At("a")))
            .Should().Throw<ArgumentException>().WithMessage("The path is a link that leads back*");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead)]
    public async Task Nobody_else_can_read_the_file_before_it_is_whole_and_then_it_has_the_permissions_of_any_other(UnixFileMode? replaced)
    {
        if (OperatingSystem.IsWindows() || TransferBuild.IsNetStandard)
        {
            return; // no such permissions, or no API to read them
        }

        var usual = File.GetUnixFileMode(_folder.Write("usual", ""));
        var path = _folder.At("out.csv");
        if (replaced is { } mode)
        {
            File.SetUnixFileMode(_folder.Write("out.csv", "before"), mode);
        }

        await using var file = AtomicFile.Create(path);
        File.GetUnixFileMode(Directory.GetFiles(_folder.Root, "*.tmp").Single())
            .Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await file.CommitAsync(default);

        File.GetUnixFileMode(path).Should().Be(replaced ?? usual);
        _folder.Files.Should().BeEquivalentTo("usual", "out.csv");
    }

    [Fact]
    public async Task A_link_stays_and_its_file_is_replaced()
    {
        if (OperatingSystem.IsWindows() || TransferBuild.IsNetStandard)
        {
            return; // links need a privilege, or an API that build lacks
        }

        Directory.CreateDirectory(_folder.At("real"));
        var link = _folder.At("out.csv");
        File.CreateSymbolicLink(link, _folder.Write("real/data.csv", "before"));

        await using (var file = AtomicFile.Create(link))
        {
            await file.Content.WriteAsync("after"u8.ToArray());
            await file.CommitAsync(default);
        }

        new FileInfo(link).LinkTarget.Should().NotBeNull();
        (await File.ReadAllTextAsync(_folder.At("real/data.csv"))).Should().Be("after");
        Directory.GetFiles(_folder.At("real")).Should().ContainSingle();
    }

    private static void Refused(string path) =>
        FluentActions.Invoking(() => AtomicFile.Create(path))
            .Should().Throw<ArgumentException>().WithMessage("The path is a device, a pipe or a socket*").WithParameterName(nameof(path));
}
