using System.CommandLine;
using Contacts.Cli.Output;
using Contacts.Cli.Paging;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts search</c>.</summary>
internal static class SearchCommand
{
    public static Command Create(CommandFactory commands)
    {
        var query = new Argument<string>("QUERY")
        {
            Description = "What to search for, such as a name or an e-mail address: whole words, not parts of words.",
        };
        var sort = Arguments.Sort();
        var type = new Option<string>("--type") { Description = "The kind of search; text is the only known one.", HelpName = "type" };
        var pages = new PageOptions();
        return commands.Create("search", "Searches contacts by text.", [query, sort, type, .. pages.Options], call =>
        {
            var (text, order, kind) = (call.Text(query), call.Parsed.GetValue(sort), call.Parsed.GetValue(type));
            var (token, client) = (call.Token, call.Client);
            return new Listing<ContactPage, Contact>(
                "contacts",
                ["search", text, order, kind],
                Columns.Contacts,
                page => client.SearchAsync(text, new() { Limit = page.Limit, Skip = page.Skip, Sort = order, Type = kind }, token),
                static page => (page.Data, page.Total),
                (skip, paging) => client.SearchAllAsync(text, new() { Skip = skip, Sort = order, Type = kind }, paging, token))
                .ShowAsync(call, PageRequest.Of(call.Parsed, pages));
        }, isList: true);
    }
}
