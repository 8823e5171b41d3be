using System.Net;
using System.Text.RegularExpressions;
using Contacts.Cli.Web;
using Contacts.Generated;

namespace Contacts.Cli.Tests.Web;

/// <summary>The files of the inbox, as a browser asks for them. What a browser makes of them, .ci/run looks at.</summary>
public sealed partial class InboxTests : IDisposable
{
    private readonly SiteFixture _site = new();

    public void Dispose() => _site.Dispose();

    public static TheoryData<string> Files => [.. PageFiles.Addresses];

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")]
    public async Task Browsers_find_the_inbox_at_the_root(string accept)
    {
        using var page = await _site.GetAsync("/", ("Accept", accept));

        page.Content.Headers.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
        page.Headers.Vary.Should().Equal("Accept");
        var text = await page.Content.ReadAsStringAsync();
        text.Should().Contain("<title>Contacts emulator</title>").And.Contain("href=\"/explorer\"");
        foreach (var part in Part().Matches(text).Select(match => match.Groups[1].Value))
        {
            part.Should().MatchRegex("^(/inbox/|/explorer$|#)", "nothing comes from elsewhere");
            if (part.StartsWith("/inbox/", StringComparison.Ordinal))
            {
                PageFiles.Addresses.Should().Contain(part);
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json")]
    public async Task Everybody_else_is_told_there_that_all_is_well(string? accept)
    {
        using var root = await _site.GetAsync("/", accept is null ? [] : [("Accept", accept)]);

        root.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        root.Headers.Vary.Should().Equal("Accept");
        (await root.Content.ReadAsStringAsync()).Should().Contain("\"name\"");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_comes_with_its_type_and_no_browser_may_guess_another(string address)
    {
        using var file = await _site.GetAsync(address);

        file.StatusCode.Should().Be(HttpStatusCode.OK);
        file.Content.Headers.ContentType!.MediaType.Should().Be(Path.GetExtension(address) switch
        {
            ".html" => "text/html",
            ".css" => "text/css",
            ".js" => "text/javascript",
            ".svg" => "image/svg+xml",
            var other => throw new InvalidOperationException($"{other} has no type here."),
        });
        file.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        file.Headers.CacheControl!.NoCache.Should().BeTrue();
        (await file.Content.ReadAsByteArrayAsync()).Should().NotBeEmpty();
    }

    [Fact]
    public async Task The_inbox_has_no_script_and_no_style_in_its_markup_and_its_policy_allows_none()
    {
        using var page = await _site.GetAsync("/", ("Accept", "text/html"));
        var policy = page.Headers.GetValues("Content-Security-Policy").Should().ContainSingle().Which;
        var markup = await page.Content.ReadAsStringAsync();

        policy.Should().Contain("default-src 'none'; script-src 'self'; style-src 'self'; ").And.Contain("frame-ancestors 'none'")
            .And.Contain("require-trusted-types-for 'script'").And.NotContain("unsafe");
        markup.Should().NotMatchRegex("<script(?![^>]* src=)").And.NotContain("<style").And.NotMatchRegex("\\s(style|on[a-z]+)=");
    }

    [Fact]
    public async Task No_script_makes_markup_from_texts()
    {
        foreach (var script in PageFiles.Addresses.Where(address => address.EndsWith(".js", StringComparison.Ordinal)))
        {
            var text = await _site.Http.GetStringAsync(new Uri(script, UriKind.Relative));
            text.Should().NotMatchRegex("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|DOMParser", script);
            text.Should().NotMatchRegex("https?://", "the page asks nobody else");
        }
    }

    [Theory]
    [InlineData("/inbox/nothing.js")]
    [InlineData("/inbox/")]
    [InlineData("/inbox/..%2Fcontacts.dll")]
    public async Task An_unknown_file_is_not_found(string address)
    {
        using var response = await _site.GetAsync(address);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_upload_keeps_its_own_policy()
    {
        var uploaded = await _site.Emulator.CreateClient()
            .UploadAvatarAsync(UploadContent.FromBytes("<script>1</script>"u8.ToArray(), "page.html"));

        using var response = await _site.Http.GetAsync(new Uri(uploaded.Url));

        response.Headers.GetValues("Content-Security-Policy").Should().Equal("default-src 'none'; sandbox");
        response.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/inbox/app.js")]
    [InlineData("/openapi.json")]
    [InlineData("/__emulator/requests")]
    public async Task All_of_it_is_for_the_machines_own_names_only(string address)
    {
        using var response = await _site.GetAsync(address, ("Host", "127.0.0.1.evil.example"));

        ((int)response.StatusCode).Should().Be(421);
    }

    [Fact]
    public async Task What_the_browser_repeats_by_itself_after_a_reset_is_reset_too()
    {
        (string, string)[] page = [("x-api-key", "any"), ("x-request-id", "one"), ("Sec-Fetch-Site", "same-origin")];
        using var first = await _site.GetAsync("/channel-service/v1/contacts", page);
        using var other = await _site.GetAsync("/channel-service/v1/contacts", ("x-api-key", "any"), ("x-request-id", "one"));

        var repeated = () => _site.GetAsync("/channel-service/v1/contacts", page);

        new[] { first, other }.Should().OnlyContain(response => response.IsSuccessStatusCode);
        await repeated.Should().ThrowAsync<HttpRequestException>();
        _site.Emulator.Requests.Should().HaveCount(2, "it is the same request");
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Part();
}
