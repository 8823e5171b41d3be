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
                ("gatewayurl", "https://gateway.test/"), ("APIKEY", "key-1"), ("AccessToken", "token-1"), ("BearerToken", "jwt-1"),
                ("OrganizationId", "org_1"),
                ("TIMEOUT", "00:02:00"), ("attempttimeout", "00:00:12.5"), ("MaxRetries", "5"), ("RetryDelay", "00:00:00.25"),
                ("MaxResponseBytes", "2048"), ("dialect", "vendorSDK"));

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
            .Where(property => property.PropertyType.IsPrimitive || property.PropertyType.IsEnum || property.PropertyType == typeof(string)
                || property.PropertyType == typeof(TimeSpan) || property.PropertyType == typeof(Uri))
            .Select(property => property.Name);

        foreach (var name in plain)
        {
            Bind((name, "")).Should().NotBeNull();
            Refusal((name + ":Child", "marker-value"))
                .Should().Contain($"'Contacts:{name}'").And.Contain("instead of a section").And.NotContain("marker-value");
        }
    }

    [Theory]
    [InlineData("ApiKye", "ApiKey")]
    [InlineData("Url", "GatewayUrl")]
    [InlineData("gateway", "GatewayUrl")]
    [InlineData("TimeOuts", "Timeout")]
    [InlineData("Retries", "MaxRetries")]
    [InlineData("OrganisationId", "OrganizationId")]
    [InlineData("maxretry", "MaxRetries")]
    public void An_unknown_key_names_its_path_and_the_nearest_known_one(string key, string nearest) =>
        Refusal((key, "marker-value"))
            .Should().Contain($"'Contacts:{key}'").And.Contain($"Did you mean '{nearest}'").And.NotContain("marker-value");

    [Theory]
    [InlineData("Eu")]
    [InlineData("X")]
    [InlineData("Region")]
    [InlineData("Password")]
    public void A_key_that_is_near_to_none_gets_no_suggestion(string key) =>
        Refusal((key, "marker-value"))
            .Should().Contain($"'Contacts:{key}'").And.Contain("The settings are: GatewayUrl,").And.NotContain("Did you mean");

    [Theory]
    [InlineData("Credential")]
    [InlineData("loggerFactory")]
    [InlineData("TimeProvider:Type")]
    public void An_option_that_only_code_can_set_says_so(string key) =>
        Refusal((key, "marker-value"))
            .Should().Contain($"'Contacts:{key.Split(':')[0]}'").And.Contain("in code").And.NotContain("Did you mean");

    [Theory]
    [InlineData("Eu:ApiKey")]
    [InlineData("ApiKeys:0")]
    [InlineData("Clients:0:GatewayUrl")]
    [InlineData("0:GatewayUrl")]
    public void A_section_inside_the_section_is_left_to_other_clients(string key) =>
        Bind((key, "x"), ("ApiKey", "key-1")).Should().BeEquivalentTo(new ContactsClientOptions { ApiKey = "key-1" });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_key_without_a_value_sets_nothing(string? value) =>
        Bind(("Eu", value), ("Clients", value)).Should().BeEquivalentTo(new ContactsClientOptions());

    [Fact]
    public void A_value_beside_a_section_of_its_name_is_not_taken_for_a_section() =>
        Refusal(("Eu", "marker-value"), ("Eu:ApiKey", "key-1")).Should().Contain("'Contacts:Eu' is unknown");

    [Fact]
    public void Everything_that_is_wrong_is_told()
    {
        var problems = ConfigurationOptions.Bind(Registrations.Section(
            ("Timeout", "soon"), ("MaxRetries", "two"), ("ApiKye", "x"), ("OrganizationId", "org_1")), new ContactsClientOptions());

        problems.Select(problem => problem.Key).Should().BeEquivalentTo("Timeout", "MaxRetries", "ApiKye");
    }

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
        Refusal((key, value)).Should().Contain($"'Contacts:{key}'").And.Contain("Set it to").And.NotContain($"'{value}'");

    [Fact]
    public void A_blank_value_counts_as_not_set() =>
        Bind(("ApiKey", ""), ("Timeout", ""), ("OrganizationId", null)).ApiKey.Should().BeNull();

    [Fact]
    public void A_section_in_place_of_a_value_is_refused() =>
        Refusal(("ApiKey:Value", "marker-value")).Should().Contain("'Contacts:ApiKey'").And.NotContain("marker-value");

    [Fact]
    public void The_whole_configuration_is_refused()
    {
        var root = new ConfigurationBuilder().AddInMemoryCollection([new("Contacts:ApiKey", "key-1"), new("Logging:Level", "x")]).Build();

        FluentActions.Invoking(() => ConfigurationOptions.Bind(root, new ContactsClientOptions()))
            .Should().Throw<ArgumentException>().WithMessage("*GetSection*");
    }

    private static ContactsClientOptions Bind(params (string Key, string? Value)[] settings)
    {
        var options = new ContactsClientOptions();
        ConfigurationOptions.Bind(Registrations.Section(settings), options).Should().BeEmpty();
        return options;
    }

    private static string Refusal(params (string Key, string? Value)[] settings) =>
        ConfigurationOptions.Bind(Registrations.Section(settings), new ContactsClientOptions()).Should().ContainSingle().Which.Message;
}
