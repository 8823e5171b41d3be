using Contacts.Cli.Connection;
using Contacts.Cli.Failures;
using Contacts.Cli.Output;
using Contacts.Cli.Progress;
using Contacts.Generated;

namespace Contacts.Cli.Paging;

/// <summary>Shows one page of a list, or all of it.</summary>
/// <param name="Items">What the items are called, such as "contacts".</param>
/// <param name="Columns">How a person sees one.</param>
/// <param name="Page">Reads one page.</param>
/// <param name="Read">The items of the page, and how many the list has.</param>
/// <param name="All">Reads all pages.</param>
internal sealed record Listing<TPage, TItem>(
    string Items,
    IReadOnlyList<Column<TItem>> Columns,
    Func<PageRequest, Task<TPage>> Page,
    Func<TPage, (IReadOnlyList<TItem> Items, int? Total)> Read,
    Func<int?, ContactsPagingOptions, ContactsPageable<TItem>> All)
{
    public Task ShowAsync(ServiceCall call, PageRequest request) => request.All ? ShowAllAsync(call, request) : ShowPageAsync(call, request);

    private async Task ShowPageAsync(ServiceCall call, PageRequest request)
    {
        var page = await Page(request);
        var (items, total) = Read(page);
        await call.Results.ListAsync(page, items, Columns);
        if (items.Count == 0)
        {
            call.Remark($"No {Items}.");
        }
        else if (total > items.Count)
        {
            call.Remark($"{items.Count} of {total} {Items}; --all shows every one.");
        }
    }

    private async Task ShowAllAsync(ServiceCall call, PageRequest request)
    {
        var results = request.Resume is null ? call.Results : Resumable(call);
        var resume = request.Resume is { } path ? new ResumeFile(path) : null;
        var continuation = resume?.Read();
        var paging = new ContactsPagingOptions { PageSize = request.PageSize, MaxPagesInFlight = request.PagesInFlight, Continuation = continuation };
        var pageable = Open(continuation is null ? request.Skip : null, paging, request);
        var count = 0;
        await ProgressDisplay.RunAsync(call, $"Reading {Items}", ProgressUnit.Items, isBesideOutput: true, async progress =>
        {
            await using var sink = results.Begin(Columns);
            await foreach (var page in pageable.AsPages().WithCancellation(call.Token))
            {
                await sink.AddAsync(page.Data);
                count += page.Data.Count;
                progress.Report(new TransferProgress(count, page.Total));
                if (page.Continuation is { } next)
                {
                    resume?.Write(next);
                }
            }

            await sink.CompleteAsync();
        });
        resume?.Delete();
        call.Remark(count == 0 ? $"No {Items}." : $"{count} {Items}.");
    }

    private ContactsPageable<TItem> Open(int? skip, ContactsPagingOptions paging, PageRequest request)
    {
        try
        {
            return All(skip, paging);
        }
        catch (ArgumentException) when (paging.Continuation is not null && request.Resume is not null)
        {
            throw new UsageException("The file of --resume is damaged, or of another list: give the same command as the first time, or delete the file to begin at the beginning.");
        }
    }

    /// <summary>What is continued is appended, and of the forms only lines can be.</summary>
    private static NdJsonResults Resumable(ServiceCall call) => call.Format is OutputFormat.NdJson || !call.IsFormatGiven
        ? new NdJsonResults(call.Host.Output)
        : throw new UsageException("--resume writes lines that a later run can go on with: give --output ndjson, or leave --output out.");
}
