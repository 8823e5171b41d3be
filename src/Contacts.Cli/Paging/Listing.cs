using System.Globalization;
using Contacts.Cli.Connection;
using Contacts.Cli.Failures;
using Contacts.Cli.Output;
using Contacts.Cli.Progress;
using Contacts.Generated;

namespace Contacts.Cli.Paging;

/// <summary>Shows one page of a list, or all of it.</summary>
/// <param name="Items">The name of the items, such as "contacts".</param>
/// <param name="Query">What is listed, besides what the page options say.</param>
/// <param name="Columns">The columns that people see.</param>
/// <param name="Page">Reads one page.</param>
/// <param name="Read">The items of a page, and how many the whole list has.</param>
/// <param name="All">Reads all pages.</param>
internal sealed record Listing<TPage, TItem>(
    string Items,
    IReadOnlyList<string?> Query,
    IReadOnlyList<Column<TItem>> Columns,
    Func<PageRequest, Task<TPage>> Page,
    Func<TPage, (IReadOnlyList<TItem> Items, int? Total)> Read,
    Func<int?, ContactsPagingOptions, ContactsPageable<TItem>> All)
{
    /// <summary>What people are told of a page besides its number of items; null for nothing.</summary>
    public Func<TPage, string?> Note { get; init; } = static _ => null;

    /// <summary>Which of all items are shown; null for every one.</summary>
    public Func<TItem, bool>? Filter { get; init; }

    public Task ShowAsync(ServiceCall call, PageRequest request) =>
        request.All ? ShowAllAsync(call, request) : ShowPageAsync(call, request);

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
            call.Remark($"{items.Count} of {total} {Items}{Comma(Note(page))}; --all shows every one.");
        }
        else if (Note(page) is { } note)
        {
            call.Remark($"{items.Count} {Items}, {note}.");
        }
    }

    private async Task ShowAllAsync(ServiceCall call, PageRequest request)
    {
        using var resumed = request.Resume is { } state ? Resume(call, request, state) : null;
        if (resumed is { State: { Finished: true } finished })
        {
            await call.Host.Error.WriteLineAsync(
                $"contacts: An earlier run finished the list: the file has all {finished.Items} {Items}. "
                + "Delete it and the file of --resume to read the list again.");
            return;
        }

        var continuation = resumed?.State.Continuation;
        var results = resumed is null ? call.Results : new NdJsonResults(resumed.Lines);
        var paging = new ContactsPagingOptions
        {
            PageSize = request.PageSize,
            MaxPagesInFlight = request.PagesInFlight,
            Continuation = continuation,
        };
        var pageable = Open(continuation is null ? request.Skip : null, paging, resumed is not null);
        var count = resumed?.State.Items ?? 0;
        await ProgressDisplay.RunAsync(call, $"Reading {Items}", ProgressUnit.Items, isBesideOutput: resumed is null, async progress =>
        {
            await using var sink = results.Begin(Columns);
            await foreach (var page in pageable.AsPages().WithCancellation(call.Token))
            {
                var shown = Filter is null ? page.Data : [.. page.Data.Where(Filter)];
                await sink.AddAsync(shown);
                count += shown.Count;
                progress.Report(new TransferProgress(count, page.Total));
                if (page.Continuation is { } next)
                {
                    resumed?.Keep(next, shown.Count);
                }
            }

            await sink.CompleteAsync();
        });
        resumed?.Finish(count);
        call.Remark(count == 0 ? $"No {Items}." : $"{count} {Items}.");
    }

    private static string Comma(string? note) => note is null ? "" : ", " + note;

    private ResumableOutput Resume(ServiceCall call, PageRequest request, string state)
    {
        if (call is { IsFormatGiven: true, Format: not OutputFormat.NdJson })
        {
            throw new UsageException("--resume writes lines that a later run can add to: use --output ndjson, or leave --output out.");
        }

        var options = call.Connection.Options;
        var skip = request.Skip?.ToString(CultureInfo.InvariantCulture);
        string?[] query = [Items, options.GatewayUrl!.AbsoluteUri, options.OrganizationId, skip, .. Query];
        return ResumableOutput.Open(state, request.OutputFile!, ResumeState.QueryOf(query));
    }

    private ContactsPageable<TItem> Open(int? skip, ContactsPagingOptions paging, bool isResumed)
    {
        try
        {
            return All(skip, paging);
        }
        catch (ArgumentException) when (paging.Continuation is not null && isResumed)
        {
            throw new UsageException("The file of --resume is damaged: delete it and the file of --output-file to start over.");
        }
    }
}
