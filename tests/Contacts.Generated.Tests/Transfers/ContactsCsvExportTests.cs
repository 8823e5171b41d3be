namespace Contacts.Generated.Tests;

public sealed class ContactsCsvExportTests
{
    private readonly TransferProgressLog _progress = new();

    [Fact]
    public async Task A_test_can_make_one_and_read_it()
    {
        await using var export = new ContactsCsvExport(new MemoryStream("id\n1\n"u8.ToArray()), "contacts.csv", 5, "text/csv");
        using var reader = new StreamReader(export.Content);

        (await reader.ReadToEndAsync()).Should().Be("id\n1\n");
        (export.FileName, export.Length, export.ContentType).Should().Be(("contacts.csv", 5L, "text/csv"));
    }

    [Fact]
    public async Task Copying_reports_every_percent_and_leaves_the_destination_open()
    {
        await using var export = new ContactsCsvExport(new SyntheticStream(1_234_567), length: 1_234_567);
        using var destination = new MemoryStream();

        await export.CopyToAsync(destination, _progress);

        destination.ToArray().Should().Equal(SyntheticStream.Bytes(0, 1_234_567));
        _progress.ShouldRun(1_234_567, 1_234_567, 12_345);
    }

    [Fact]
    public async Task Copying_an_unknown_length_reports_every_mebibyte_and_the_end()
    {
        await using var export = new ContactsCsvExport(new SyntheticStream(5_000_000));

        await export.CopyToAsync(Stream.Null, _progress);

        _progress.ShouldRun(5_000_000, total: null, 1024 * 1024);
    }

    [Fact]
    public async Task An_empty_export_is_an_empty_copy()
    {
        await using var export = new ContactsCsvExport(new MemoryStream(), length: 0);

        await export.CopyToAsync(Stream.Null, _progress);

        _progress.Reports.Should().Equal(new TransferProgress(0, 0));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(101)]
    public async Task A_copy_of_another_length_than_stated_fails(int actual)
    {
        await using var export = new ContactsCsvExport(new SyntheticStream(actual), length: 100);
        var copy = () => export.CopyToAsync(Stream.Null, _progress);

        (await copy.Should().ThrowAsync<ContactsInvalidResponseException>()).Which.Status.Should().Be(200);
    }

    [Fact]
    public async Task What_was_read_before_the_copy_counts_towards_the_length()
    {
        await using var export = new ContactsCsvExport(new SyntheticStream(100), length: 100);
        await export.Content.ReadExactlyAsync(new byte[30]);
        using var destination = new MemoryStream();

        await export.CopyToAsync(destination, _progress);

        destination.ToArray().Should().Equal(SyntheticStream.Bytes(30, 100));
        _progress.Reports[0].Should().Be(new TransferProgress(30, 100));
        _progress.Reports[^1].Should().Be(new TransferProgress(100, 100));
    }

    [Fact]
    public async Task Cancelling_stops_the_copy()
    {
        using var source = new CancellationTokenSource();
        _progress.OnReport = report =>
        {
            if (report.BytesTransferred > 500_000)
            {
                source.Cancel();
            }
        };
        await using var export = new ContactsCsvExport(new SyntheticStream(100_000_000), length: 100_000_000);
        var copy = () => export.CopyToAsync(Stream.Null, _progress, source.Token);

        await copy.Should().ThrowAsync<OperationCanceledException>();
        _progress.Reports[^1].BytesTransferred.Should().Be(1_000_000);
    }

    [Fact]
    public async Task Cancelling_stops_the_copy_even_if_no_stream_heeds_it()
    {
        using var source = new CancellationTokenSource();
        var content = new SyntheticStream(10_000_000, heedsToken: false) { OnRead = _ => source.Cancel() };
        await using var export = new ContactsCsvExport(content);
        var copy = () => export.CopyToAsync(new BrokenStream(failingWrite: 0), cancellationToken: source.Token);

        await copy.Should().ThrowAsync<OperationCanceledException>();
        content.Reads.Should().Be(1);
    }

    [Fact]
    public async Task What_a_progress_handler_throws_reaches_the_caller_as_it_is()
    {
        var thrown = new FormatException("mine");
        _progress.OnReport = _ => throw thrown;
        await using var export = new ContactsCsvExport(new SyntheticStream(10));
        var copy = () => export.CopyToAsync(Stream.Null, _progress);

        (await copy.Should().ThrowAsync<FormatException>()).Which.Should().BeSameAs(thrown);
    }

    [Fact]
    public async Task One_gibibyte_is_copied_with_flat_memory()
    {
        await using var export = new ContactsCsvExport(new SyntheticStream(1L << 30, fill: false), length: 1L << 30);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var copying = export.CopyToAsync(Stream.Null, _progress);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        copying.IsCompletedSuccessfully.Should().BeTrue("nothing waits, so all of it ran on this thread");
        await copying;
        allocated.Should().BeLessThan(8 * 1024 * 1024);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Disposing_frees_content_and_owner_exactly_once(bool asynchronously)
    {
        var content = new SyntheticStream(1);
        var owner = new Owner();
        var export = new DownloadContent(content, null, null, null, owner);

        for (var time = 0; time < 2; time++)
        {
            if (asynchronously)
            {
                await export.DisposeAsync();
            }

            export.Dispose();
        }

        content.IsDisposed.Should().BeTrue();
        owner.Disposals.Should().Be(1);
        var copy = () => export.CopyToAsync(Stream.Null);
        await copy.Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task Bad_arguments_are_named()
    {
        using var closed = new MemoryStream();
        closed.Dispose();
        await using var export = new ContactsCsvExport(new MemoryStream());

        FluentActions.Invoking(() => new ContactsCsvExport(null!)).Should().Throw<ArgumentException>().WithParameterName("content");
        FluentActions.Invoking(() => new ContactsCsvExport(closed)).Should().Throw<ArgumentException>().WithParameterName("content");
        FluentActions.Invoking(() => new ContactsCsvExport(new MemoryStream(), length: -1))
            .Should().Throw<ArgumentException>().WithParameterName("length");
        await FluentActions.Awaiting(() => export.CopyToAsync(null!))
            .Should().ThrowAsync<ArgumentException>().WithParameterName("destination");
        await FluentActions.Awaiting(() => export.CopyToAsync(closed))
            .Should().ThrowAsync<ArgumentException>().WithParameterName("destination");
    }

    private sealed class Owner : IDisposable
    {
        internal int Disposals { get; private set; }

        public void Dispose() => Disposals++;
    }
}
