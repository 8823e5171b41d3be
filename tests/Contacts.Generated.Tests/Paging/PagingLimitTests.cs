using static Contacts.Generated.Tests.PagingReads;

namespace Contacts.Generated.Tests;

/// <summary>
/// The limit of what reading page by page can hold: the smallest lists that change so that every answer is that of another list, which
/// stays as it is. Whoever gets these answers has no reason to ask again, and an item is lost.
/// </summary>
public class PagingLimitTests
{
    [Theory]
    [InlineData("0 1 2", "2 1", "0 1", 0, false, "0 was removed, and 1 moved down by one: no total tells that one is gone")]
    [InlineData("0 1 2", "2 1 3", "0 1 3", 0, true, "the same, and a new item makes up for the one that is gone")]
    [InlineData("0 1 2 3", "1 3 2 0", "4 1 2 0", 1, true, "the item that the caller left out moved to the end, and 2 moved down by one")]
    public async Task A_change_that_looks_like_a_list_that_stays(
        string before, string after, string other, int skip, bool tellsTotal, string because)
    {
        var (changing, given) = await Answers(before, after, skip, tellsTotal);
        var (still, whole) = await Answers(other, other, skip, tellsTotal);

        changing.Should().Equal(still, because);
        given.Should().Equal(whole);
        after.Split(' ').Except(given).Should().ContainSingle("it is lost, and nobody who got these answers could know");
    }

    [Fact]
    public async Task A_change_that_looks_like_a_list_that_stays_where_pages_are_read_ahead_without_a_total()
    {
        // The last page was answered first. Then 0 moved to the end, 1 and 2 moved down by one, and a new item came behind them.
        var given = await ReadAhead("0 1 2 3 4 5 6", "3 1 2 new 4 5 6 0");
        var whole = await ReadAhead("0 1 2 new 4 5 6", "0 1 2 new 4 5 6");

        given.Should().Equal(whole).And.NotContain("3", "it is lost, although nothing was removed");
    }

    private static async Task<(List<string> Answers, List<string?> Given)> Answers(
        string before, string after, int skip, bool tellsTotal)
    {
        var answers = new List<string>();
        var server = new ScriptedServer(0);
        server.BeforeRequest = request =>
        {
            server.Items.Clear();
            server.Items.AddRange((request == 1 ? before : after).Split(' '));
        };
        server.Answer = (from, limit, items) =>
        {
            var answer = new PageResponse<string?>(
                items, tellsTotal ? from + items.Count < server.Items.Count : null, tellsTotal ? server.Items.Count : null, false);
            answers.Add($"{from}, {limit}: {string.Join(" ", items)}; {answer.HasMore}, {answer.Total}");
            return answer;
        };
        var given = await server.List(PagesOf(2), skip: skip == 0 ? null : skip).ToListAsync();
        return (answers, given);
    }

    // Two pages come before, since nothing is read ahead until they were read.
    private static async Task<List<string>> ReadAhead(string before, string after)
    {
        var server = new ManualServer(0) { TellsTotal = false, Cap = 3 };
        server.Items.AddRange(("a b " + before).Split(' '));
        await using var pages = server.List(3, 3).AsPages().GetAsyncEnumerator();
        var given = new List<string>();
        await Next(() => server.Answer(0));
        await Next(() => server.Answer(2));

        await Next(() =>
        {
            server.Answer(6);
            server.Items.Clear();
            server.Items.AddRange(("a b " + after).Split(' '));
            server.Answer(4);
        });
        await Next(() => { });
        (await pages.MoveNextAsync()).Should().BeFalse();
        return given;

        async Task Next(Action answer)
        {
            var next = pages.MoveNextAsync();
            answer();
            (await next).Should().BeTrue();
            given.AddRange(pages.Current.Data);
        }
    }
}
