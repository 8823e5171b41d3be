using System.Net;
using System.Text;
using System.Text.Json;

namespace Contacts.Generated.Tests;

public class RedactorTests
{
    private const string Secret = "p@ss w+rd/ü😀\"<&%41\\n";

    private static readonly JsonSerializerOptions _relaxed = new()
    { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, Func<string, string>> Forms => new()
    {
        { "as it is", static it => it },
        { "in capitals", static it => it.ToUpperInvariant() },
        { "percent-encoded", Uri.EscapeDataString },
        { "percent-encoded in small letters", static it => Lower(Uri.EscapeDataString(it)) },
        { "as a form", WebUtility.UrlEncode },
        { "percent-encoded twice", static it => Uri.EscapeDataString(Uri.EscapeDataString(it)) },
        { "every byte percent-encoded", static it => string.Concat(Encoding.UTF8.GetBytes(it).Select(static value => $"%{value:X2}")) },
        { "in JSON", static it => JsonSerializer.Serialize(it) },
        { "in relaxed JSON", static it => JsonSerializer.Serialize(it, _relaxed) },
        { "in JSON within JSON", static it => JsonSerializer.Serialize(JsonSerializer.Serialize(it)) },
        { "in HTML", WebUtility.HtmlEncode },
        { "in HTML by numbers", static it => string.Concat(it.EnumerateRunes().Select(static rune => $"&#x{rune.Value:x};")) },
        { "in JSON within HTML", static it => WebUtility.HtmlEncode(JsonSerializer.Serialize(it)) },
        { "in Base64", Base64 },
        { "in Base64 behind a name", static it => Base64("somebody:" + it) },
        { "in Base64 before a name", static it => Base64(it + ":x") },
        { "in Base64 of addresses", static it => Base64("ab" + it).Replace('+', '-').Replace('/', '_').TrimEnd('=') },
        { "in Base64 within an address", static it => Uri.EscapeDataString(Base64("abc" + it)) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_secret_is_taken_out_in_any_form(string form, Func<string, string> encode)
    {
        var redactor = new Redactor();
        redactor.Add(Secret);

        var clean = redactor.Clean($"before {encode(Secret)} behind");

        clean.Should().StartWith("before ").And.EndWith(" behind").And.Contain("***", form).And.NotContainAny("rd", "ü", "C3");
        clean.Length.Should().BeLessThan(40, form);
    }

    [Theory]
    [InlineData("abcd", "x abcd y", "x *** y")]
    [InlineData("abcd", "abcd", "***")]
    [InlineData("abcd", "abcdabcd", "***")]
    [InlineData("abcd", "abcd-abcd", "***-***")]
    [InlineData("abab", "xababab", "x***")]
    [InlineData("abc", "abc", "abc")]
    [InlineData(" abcd ", "abcd", "***")]
    [InlineData("", "text", "text")]
    [InlineData("%41%41", "AA and %41%41", "AA and ***")]
    public void What_is_found_is_replaced_once_and_short_values_are_left(string secret, string text, string expected)
    {
        var redactor = new Redactor();
        redactor.Add(secret);

        redactor.Clean(text).Should().Be(expected);
        redactor.IsClean(text).Should().Be(text == expected);
    }

    [Theory]
    [InlineData("proxy 'http://user:pass@127.0.0.1:8080/' failed", "proxy 'http://***@127.0.0.1:8080/' failed")]
    [InlineData("https://a@b@host", "https://***@host")]
    [InlineData("socks5://user:p%40ss@host and ftp://me@other/x", "socks5://***@host and ftp://***@other/x")]
    [InlineData("http%3A%2F%2Fuser%3Apass%40host", "http%3A%2F%2F***%40host")]
    [InlineData("http://host/path@x http://@host ://", "http://host/path@x http://@host ://")]
    public void User_and_password_of_any_address_go_without_being_known(string text, string expected) =>
        Redactor.None.Clean(text).Should().Be(expected);

    [Fact]
    public void Many_secrets_that_overlap_leave_nothing_behind()
    {
        var redactor = new Redactor();
        redactor.Add("user:password");
        redactor.Add("password");
        redactor.Add("word123");

        redactor.Clean("user:password123 and password").Should().Be("*** and ***");
    }

    [Theory]
    [InlineData("100 % of it, & more; \\ \\u12 %zz %e2%28 &nosuch;")]
    [InlineData("%")]
    [InlineData("&amp")]
    [InlineData("\\")]
    [InlineData("%F0%9F")]
    public void Text_with_half_escapes_stays_as_it_is(string text)
    {
        var redactor = new Redactor();
        redactor.Add("secret-1");

        redactor.Clean(text).Should().Be(text);
        redactor.Clean(text + "secret%2D1").Should().Be(text + "***");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Lower(string escaped) =>
        System.Text.RegularExpressions.Regex.Replace(escaped, "%[0-9A-F]{2}", static match => match.Value.ToLowerInvariant());
}
