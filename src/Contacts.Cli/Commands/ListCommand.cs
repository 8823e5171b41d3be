using System.CommandLine;
using Contacts.Cli.Output;
using Contacts.Cli.Paging;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts list</c>.</summary>
internal static class ListCommand
{
    /// <summary>The order in which contacts keep their place, so that none is missed when all are read.</summary>
    private const string StableOrder = "created_at";

    public static Command Create(CommandFactory commands)
    {
        var sort = Arguments.Sort(
            "The order: a field such as created_at, or -created_at to reverse it. Default with --all: created_at, which misses none.");
        var pages = new PageOptions();
        return commands.Create("list", "Lists contacts, a page or all of them.", [sort, .. pages.Options], call =>
        {
            var order = call.Parsed.GetValue(sort);
            return new Listing<ContactPage, Contact>(
                "contacts",
                [order ?? StableOrder],
                Columns.Contacts,
                page => call.Client.ListAsync(new() { Limit = page.Limit, Skip = page.Skip, Sort = order }, call.Token),
                static page => (page.Data, page.Total),
                (skip, paging) => call.Client.ListAllAsync(new() { Skip = skip, Sort = order ?? StableOrder }, paging, call.Token))
                .ShowAsync(call, PageRequest.Of(call.Parsed, pages));
        }, isList: true);
    }
}
