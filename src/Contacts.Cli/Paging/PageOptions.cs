using System.CommandLine;
using Contacts.Cli.Options;

namespace Contacts.Cli.Paging;

/// <summary>The options of a command that lists a page, or with <c>--all</c> every page.</summary>
internal sealed class PageOptions(int defaultPageSize = 100, string defaultLimit = "the service's, 10")
{
    public int DefaultPageSize => defaultPageSize;

    public Option<int> Limit { get; } = Numbers.Option(
        "--limit", $"The largest number of items on a page; the service may cap it at 100. Default: {defaultLimit}.", "n", 1);

    public Option<int> Skip { get; } = Numbers.Option("--skip", "The number of items to leave out at the start.", "n", 0);

    public Option<bool> All { get; } = new("--all")
    {
        Description = "Every item, page by page; none is lost if the list changes in the meantime.",
    };

    public Option<int> PageSize { get; } = Numbers.Option(
        "--page-size", $"With --all: the number of items to ask for at a time. Default: {defaultPageSize}.", "n", 2);

    public Option<int> PagesInFlight { get; } = Numbers.Option(
        "--pages-in-flight", "With --all: the largest number of pages to request at the same time. Default: 4.", "n", 1, 64);

    public Option<string> Resume { get; } = new("--resume")
    {
        Description = "With --all and --output-file: record in this file how far the list has been read, and continue from there. "
            + "However often a run is interrupted, no line is lost or repeated. Only one run at a time may use it.",
        HelpName = "file",
    };

    public Option<string> OutputFile { get; } = new("--output-file", "-O")
    {
        Description = "With --resume: the file to write, one item per line, as JSON. It must be new, or that of the run before.",
        HelpName = "file",
    };

    public IEnumerable<Option> Options => [Limit, Skip, All, PageSize, PagesInFlight, Resume, OutputFile];
}
