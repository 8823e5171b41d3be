namespace Contacts.Generated.Tests;

public class ContactsPageableTests
{
    [Fact]
    public async Task Given_pages_are_read_item_by_item_and_page_by_page_as_often_as_wanted()
    {
        var pages = new[] { new ContactsPage<int>([1, 2], 3, "next"), new ContactsPage<int>([]), new ContactsPage<int>([3]) };
        var list = ContactsPageable<int>.FromPages(pages);
        pages[0] = pages[2];

        (await list.ToListAsync()).Should().Equal(1, 2, 3);
        (await list.ToListAsync()).Should().Equal(1, 2, 3);
        (await list.AsPages().ToListAsync()).Should().HaveCount(3).And.Subject.First().Total.Should().Be(3);
    }

    [Fact]
    public async Task No_pages_are_an_empty_list() => (await ContactsPageable<int>.FromPages().ToListAsync()).Should().BeEmpty();

    [Fact]
    public void Null_is_refused()
    {
        FluentActions.Invoking(() => ContactsPageable<int>.FromPages(null!))
            .Should().Throw<ArgumentNullException>().WithParameterName("pages");
        FluentActions.Invoking(() => ContactsPageable<int>.FromPages([null!]))
            .Should().Throw<ArgumentNullException>().WithParameterName("pages");
        FluentActions.Invoking(() => new ContactsPage<int>(null!)).Should().Throw<ArgumentNullException>().WithParameterName("data");
    }

    [Fact]
    public async Task A_token_ends_the_reading_of_given_pages()
    {
        using var cancel = new CancellationTokenSource();
        await using var items = ContactsPageable<int>.FromPages(new ContactsPage<int>([1, 2])).GetAsyncEnumerator(cancel.Token);
        await items.MoveNextAsync();

        await cancel.CancelAsync();

        await items.Invoking(i => i.MoveNextAsync().AsTask()).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_pageable_of_an_application_needs_only_its_pages()
    {
        (await new OwnPageable().ToListAsync()).Should().Equal("a", "b");
    }

    private sealed class OwnPageable : ContactsPageable<string>
    {
        public override async IAsyncEnumerable<ContactsPage<string>> AsPages()
        {
            await Task.CompletedTask;
            yield return new ContactsPage<string>(["a"]);
            yield return new ContactsPage<string>(["b"]);
        }
    }
}
