using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Contacts.Generated.Tests;

public class ConfigurationTests
{
    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void Every_setting_is_read_alike_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var options = Bind(
                ("gatewayurl", "https://gateway.test/"), ("APIKEY", "key-1"), ("AccessToken", "token-1"), ("BearerToken", "jwt-1"), ("OrganizationId", "org_1"),
                ("TIMEOUT", "00:02:00"), ("attempttimeout", "00:00:12.5"), ("MaxRetries", "5"), ("RetryDelay", "00:00:00.25"), ("MaxResponseBytes", "2048"), ("dialect", "vendorSDK"));

            options.Should().BeEquivalentTo(new ContactsClientOptions
            {
                GatewayUrl = new Uri("https://gateway.test/"),
                ApiKey = "key-1",
                AccessToken = "token-1",
                BearerToken = "jwt-1",
                OrganizationId = "org_1",
                Timeout = TimeSpan.FromMinutes(2),
                AttemptTimeout = TimeSpan.FromSeconds(12.5),
                MaxRetries = 5,
                RetryDelay = TimeSpan.FromSeconds(0.25),
                MaxResponseBytes = 2048,
                Dialect = ContactsDialect.VendorSdk,
            });
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_option_that_is_a_plain_value_can_be_configured()
    {
        var plain = typeof(ContactsClientOptions).GetProperties()
            .Where(property => property.PropertyType.IsPrimitive || property.PropertyType.IsEnum || property.PropertyType == typeof(string) || property.PropertyType == typeof(TimeSpan) || property.PropertyType == typeof(Uri))
            .Select(property => property.Name);

        foreach (var name in plain)
        {
            FluentActions.Invoking(() => Bind((name, ""))).Should().NotThrow();
        }
    }

    [Theory]
    [InlineData("ApiKye", "ApiKey")]
    [InlineData("Url", "GatewayUrl")]
    [InlineData("gateway", "GatewayUrl")]
    [InlineData("TimeOuts", "Timeout")]
    [InlineData("Retries", "MaxRetries")]
    [InlineData("OrganisationId", "OrganizationId")]
    public void An_unknown_key_names_its_path_and_the_nearest_known_one(string key, string nearest) =>
        Refusal((key, "marker-value")).Should().Contain($"'Contacts:{key}'").And.Contain($"Did you mean '{nearest}'").And.NotContain("marker-value");

    [Theory]
    [InlineData("GatewayUrl", "gateway")]
    [InlineData("Timeout", "soon")]
    [InlineData("Timeout", "30")]
    [InlineData("AttemptTimeout", "1")]
    [InlineData("RetryDelay", "0.5")]
    [InlineData("MaxRetries", "two")]
    [InlineData("MaxRetries", "-4294967294")]
    [InlineData("MaxRetries", "4294967298")]
    [InlineData("MaxRetries", "1,000")]
    [InlineData("MaxResponseBytes", "16MB")]
    [InlineData("MaxResponseBytes", "99999999999999999999")]
    [InlineData("Dialect", "1")]
    [InlineData("Dialect", "Web")]
    public void A_value_that_is_not_usable_is_not_repeated(string key, string value) =>
        Refusal((key, value)).Should().Contain($"'{key}'").And.Contain("Set it to").And.NotContain($"'{value}'");

    [Fact]
    public void A_blank_value_counts_as_not_set() => Bind(("ApiKey", ""), ("Timeout", ""), ("OrganizationId", null)).ApiKey.Should().BeNull();

    [Fact]
    public void A_section_in_place_of_a_value_is_refused() => Refusal(("ApiKey:Value", "marker-value")).Should().Contain("'ApiKey'").And.NotContain("marker-value");

    [Fact]
    public void The_whole_configuration_is_refused()
    {
        var root = new ConfigurationBuilder().AddInMemoryCollection([new("Contacts:ApiKey", "key-1"), new("Logging:Level", "x")]).Build();

        FluentActions.Invoking(() => ConfigurationOptions.Bind(root, new ContactsClientOptions())).Should().Throw<ArgumentException>().WithMessage("*GetSection*");
    }

    private static ContactsClientOptions Bind(params (string Key, string? Value)[] settings)
    {
        var options = new ContactsClientOptions();
        ConfigurationOptions.Bind(Registrations.Section(settings), options);
        return options;
    }

    private static string Refusal(params (string Key, string? Value)[] settings) =>
        FluentActions.Invoking(() => Bind(settings)).Should().Throw<ArgumentException>().Which.Message;
}
