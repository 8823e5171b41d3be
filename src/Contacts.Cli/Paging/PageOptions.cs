using System.CommandLine;
using Contacts.Cli.Options;

namespace Contacts.Cli.Paging;

/// <summary>The options of a command that lists a page, or with <c>--all</c> every page.</summary>
internal sealed class PageOptions
{
    public Option<int> Limit { get; } = Numbers.Option("--limit", "The largest number of items of one page; the service may cap it at 100. Default: the service's, 10.", "n", 1);

    public Option<int> Skip { get; } = Numbers.Option("--skip", "The number of items to leave out at the beginning.", "n", 0);

    public Option<bool> All { get; } = new("--all") { Description = "Every item, page by page; none is lost when the list changes meanwhile." };

    public Option<int> PageSize { get; } = Numbers.Option("--page-size", "With --all: the number of items to ask for at a time. Default: 100.", "n", 2);

    public Option<int> PagesInFlight { get; } = Numbers.Option("--pages-in-flight", "With --all: the number of pages to read ahead. Default: 1, none.", "n", 1, 64);

    public Option<string> Resume { get; } = new("--resume")
    {
        Description = "With --all and --output-file: keep in this file how far the list is, and go on from there. However often a run is ended, none of the lines is lost and none comes twice. One run at a time.",
        HelpName = "file",
    };

    public Option<string> OutputFile { get; } = new("--output-file", "-O")
    {
        Description = "With --resume: the file that gets an item a line, as JSON. It must be new, or the one of the run before.",
        HelpName = "file",
    };

    public IEnumerable<Option> Options => [Limit, Skip, All, PageSize, PagesInFlight, Resume, OutputFile];
}
