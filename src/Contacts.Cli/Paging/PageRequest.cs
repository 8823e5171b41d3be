using System.CommandLine;
using Contacts.Cli.Failures;
using Contacts.Cli.Options;
using Contacts.Generated;

namespace Contacts.Cli.Paging;

/// <summary>What the page options say, checked together.</summary>
internal sealed record PageRequest(bool All, int? Limit, int? Skip, int PageSize, int PagesInFlight, string? Resume, string? OutputFile)
{
    public static PageRequest Of(ParseResult parsed, PageOptions options)
    {
        var request = new PageRequest(
            parsed.GetValue(options.All),
            parsed.Given(options.Limit),
            parsed.Given(options.Skip),
            parsed.Given(options.PageSize) ?? options.DefaultPageSize,
            parsed.Given(options.PagesInFlight) ?? new ContactsPagingOptions().MaxPagesInFlight,
            parsed.GetValue(options.Resume),
            parsed.GetValue(options.OutputFile));
        if (request is { All: true, Limit: not null })
        {
            throw new UsageException("--limit is for one page, and --all reads every page: leave one of them out, or use --page-size.");
        }

        Option[] needAll = [options.PageSize, options.PagesInFlight, options.Resume, options.OutputFile];
        if (!request.All && needAll.FirstOrDefault(option => parsed.GetResult(option) is not null) is { } alone)
        {
            throw new UsageException($"{alone.Name} needs --all.");
        }

        return request switch
        {
            { Resume: not null, OutputFile: null } => throw new UsageException(
                "--resume needs --output-file FILE instead of > or a pipe: it must know how much of the list the file already has."),
            { Resume: null, OutputFile: not null } => throw new UsageException(
                "--output-file needs --resume STATE: redirect the output with > instead, or give a file for the state."),
            _ => request,
        };
    }
}
