using System.Text.RegularExpressions;
using CsCheck;
using static Contacts.Generated.Tests.PagingReads;

namespace Contacts.Generated.Tests;

public class PagingContinuationTests
{
    private static readonly byte[] _scope = new PageScope("https://gateway.example", "org_example", "list", "").Hash();

    [Fact]
    public async Task Every_page_but_the_last_says_how_to_go_on()
    {
        var server = new ScriptedServer(28);

        var pages = await server.List(PagesOf(10)).AsPages().ToListAsync();

        pages.Select(page => page.Data.Count).Should().Equal(10, 9, 9);
        pages.Select(page => page.Total).Should().Equal(28, 28, 28);
        pages.Select(page => page.Continuation is null).Should().Equal(false, false, true);
    }

    [Fact]
    public async Task An_empty_list_is_one_empty_page()
    {
        var page = (await new ScriptedServer(0).List().AsPages().ToListAsync()).Should().ContainSingle().Which;

        page.Data.Should().BeEmpty();
        page.Total.Should().Be(0);
        page.Continuation.Should().BeNull();
    }

    [Fact]
    public async Task An_end_that_shows_late_is_an_empty_last_page()
    {
        var server = new ScriptedServer(5) { Answer = (_, _, items) => new(items, null, null, false) };

        var pages = await server.List().AsPages().ToListAsync();

        pages.Select(page => (page.Data.Count, page.Continuation is null)).Should().Equal((5, false), (0, true));
    }

    [Fact]
    public async Task It_goes_on_where_the_page_ended()
    {
        var server = new ScriptedServer(28);
        var continuation = await FirstContinuation(server);
        server.Requests.Clear();

        var rest = await server.List(new() { PageSize = 15, Continuation = continuation }).ToListAsync();

        rest.Should().Equal(server.Items.Skip(10));
        server.Requests.Should().Equal((9, 15), (23, 15));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(15)]
    public async Task It_finds_its_place_after_removals_by_the_ids_that_it_carries(int removed)
    {
        var server = new ScriptedServer(300);
        var pages = server.List(PagesOf(50)).AsPages().GetAsyncEnumerator();
        for (var i = 0; i < 4; i++)
        {
            await pages.MoveNextAsync();
        }

        // 197 items were read; the last ones of these vanish, and a whole page of earlier ones.
        var expected = server.Items.Skip(197).ToList();
        server.Items.RemoveRange(197 - removed, removed);
        server.Items.RemoveRange(0, 90);

        (await server.List(new() { PageSize = 50, Continuation = pages.Current.Continuation }).ToListAsync()).Should().Equal(expected);
    }

    [Fact]
    public async Task Small_pages_do_not_jump_over_the_ids_that_it_carries()
    {
        var server = new ScriptedServer(1_100);
        var continuation = new PageContinuation(0, 1_000, 1, [.. Enumerable.Range(984, 16).Select(i => "con_" + i)]).ToText(_scope);
        server.Items.RemoveRange(0, 100);

        (await server.List(new() { PageSize = 5, Continuation = continuation }).ToListAsync())
            .Should().Equal(Enumerable.Range(1_000, 100).Select(i => "con_" + i));
    }

    [Fact]
    public async Task It_carries_the_ids_received_last_whether_new_or_not()
    {
        var server = new ScriptedServer(40);
        var pages = server.List(PagesOf(23)).AsPages().GetAsyncEnumerator();
        await pages.MoveNextAsync();
        server.Items.InsertRange(22, Enumerable.Range(0, 20).Select(i => "con_new_" + i));
        await pages.MoveNextAsync();
        pages.Current.Data.Should().HaveCount(20).And.OnlyContain(id => id!.StartsWith("con_new", StringComparison.Ordinal));

        (await server.List(new() { Continuation = pages.Current.Continuation }).ToListAsync())
            .Should().Equal(Enumerable.Range(23, 17).Select(i => "con_" + i));
    }

    [Fact]
    public async Task It_remembers_where_the_list_was_to_start()
    {
        var server = new ScriptedServer(40);
        var first = await First(server.List(PagesOf(10), skip: 20).AsPages());
        server.Items.RemoveRange(5, 20);

        (await server.List(new() { PageSize = 10, Continuation = first.Continuation }).ToListAsync()).Should().Equal(server.Items.Skip(10));
    }

    [Fact]
    public async Task It_is_text_for_a_URL_that_holds_ids_and_not_the_query()
    {
        var continuation = await FirstContinuation(new ScriptedServer(28), "&q=person@example.com");

        Regex.IsMatch(continuation, "^[A-Za-z0-9_-]+$").Should().BeTrue();
        var text = System.Text.Encoding.UTF8.GetString(ContinuationText.Decode(continuation)!);
        text.Should().Contain("con_9").And.NotContain("person@example.com");
    }

    [Fact]
    public void What_is_written_is_read() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], Gen.String[1, 40].Where(IsWellFormed).Array[0, 16])
            .Sample((start, position, ids) =>
        {
            var continuation = new PageContinuation(start, position, ids.Length == 0 ? 0 : Math.Min(3, position), ids);

            var read = PageContinuation.Parse(continuation.ToText(_scope), _scope);

            read.Should().BeEquivalentTo(continuation);
            read.Ids.Should().Equal(ids);
        }, iter: 1_000);

    [Fact]
    public void Any_other_character_is_damage()
    {
        var text = new PageContinuation(0, 10, 1, ["con_8", "con_9"]).ToText(_scope);

        for (var i = 0; i < text.Length; i++)
        {
            foreach (var other in "Az09-_+/= \n")
            {
                if (text[i] != other)
                {
                    Parsing(text[..i] + other + text[(i + 1)..]).Should().Throw<ArgumentException>().WithMessage("*is damaged*");
                }
            }

            Parsing(text[..i]).Should().Throw<ArgumentException>().WithMessage("*is damaged*");
        }

        Parsing(text + " ").Should().Throw<ArgumentException>().WithMessage("*is damaged*");
    }

    [Theory]
    [InlineData("   ")]
    [InlineData("2")]
    [InlineData("https://example.com/next")]
    [InlineData("con_11111111-2222-4333-8444-555555555555")]
    [InlineData("ключ")]
    public void Other_text_is_damage_by_a_message_that_says_what_to_do(string text) =>
        FluentActions.Invoking(() => new ScriptedServer(1).List(new() { Continuation = text })).Should().Throw<ArgumentException>()
            .WithMessage("ContactsPagingOptions.Continuation is damaged*ContactsPage.Continuation*leave it null*")
                .And.ParamName.Should().Be("paging");

    [Theory]
    [InlineData(0, 10, 11, 1)]
    [InlineData(0, 10, 1, 0)]
    [InlineData(0, 10, 1, 17)]
    [InlineData(-1, 10, 1, 1)]
    public void Numbers_that_do_not_fit_are_damage_although_the_checksum_fits(int start, int position, int overlap, int ids) =>
        Parsing(new PageContinuation(start, position, overlap, [.. Enumerable.Repeat("con_1", ids)]).ToText(_scope))
            .Should().Throw<ArgumentException>().WithMessage("*is damaged*");

    [Fact]
    public async Task That_of_another_query_is_refused_by_another_message()
    {
        var server = new ScriptedServer(28);
        var continuation = await FirstContinuation(server);
        server.Requests.Clear();

        server.Invoking(s => s.List(new() { Continuation = continuation }, scope: "&sort=-created_at")).Should().Throw<ArgumentException>()
            .WithMessage(
                "ContactsPagingOptions.Continuation belongs to other parameters of the operation: pass it to the call that it came from*")
                .And.ParamName.Should().Be("paging");
        server.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("tenant 1", "tenant 2")]
    [InlineData("tenant 1", null)]
    [InlineData(null, "tenant 1")]
    public async Task That_of_another_scope_is_refused_by_a_message_that_names_it(string? made, string? given)
    {
        var server = new ScriptedServer(28);
        var first = await First(server.List(new() { PageSize = 10, Scope = made }).AsPages());

        server.Invoking(s => s.List(new() { Continuation = first.Continuation, Scope = given })).Should().Throw<ArgumentException>()
            .WithMessage("ContactsPagingOptions.Continuation was made under another Scope, or under none*")
            .And.ParamName.Should().Be("paging");
        (await server.List(new() { Continuation = first.Continuation, Scope = made }).ToListAsync()).Should().Equal(server.Items.Skip(10));
        System.Text.Encoding.UTF8.GetString(ContinuationText.Decode(first.Continuation!)!).Should().NotContain("tenant");
    }

    [Fact]
    public void An_empty_scope_would_bind_nothing_and_is_refused() =>
        FluentActions.Invoking(() => new ScriptedServer(1).List(new() { Scope = "" })).Should().Throw<ArgumentException>()
            .WithMessage("ContactsPagingOptions.Scope is an empty text*").And.ParamName.Should().Be("paging");

    [Fact]
    public void That_of_another_version_is_refused_by_a_third_message()
    {
        var bytes = ContinuationText.Decode(new PageContinuation(0, 10, 1, ["con_9"]).ToText(_scope))!;
        bytes[0] = 2;
        var content = bytes[..^4];

        Parsing(ContinuationText.Encode([.. content, .. ContinuationText.Hash(content, 4)])).Should().Throw<ArgumentException>()
            .WithMessage("*another version of this library*leave it null*");
    }

    private static Action Parsing(string text) => () => PageContinuation.Parse(text, _scope);

    private static bool IsWellFormed(string text) => text == System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    private static async Task<string> FirstContinuation(ScriptedServer server, string scope = "") =>
        (await First(server.List(PagesOf(10), scope: scope).AsPages())).Continuation!;

    private static async Task<ContactsPage<string?>> First(IAsyncEnumerable<ContactsPage<string?>> pages)
    {
        await using var enumerator = pages.GetAsyncEnumerator();
        await enumerator.MoveNextAsync();
        return enumerator.Current;
    }
}
