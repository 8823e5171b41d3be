using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Contacts.Generated.Tests;

/// <summary>Several clients in one configuration, and what a host says at its start of all that is missing there.</summary>
public class ConfiguredHostTests
{
    private static readonly (string Key, string? Value)[] _default =
        [("GatewayUrl", "http://gateway.test"), ("ApiKey", "key-default"), ("RetryDelay", "00:00:00")];

    private readonly FakeGateway _gateway = new();

    [Fact]
    public async Task Clients_whose_sections_are_nested_call_with_their_own_settings()
    {
        using var host = Build([.. _default, ("Eu:gatewayurl", "http://gateway.test"), ("Eu:APIKEY", "key-eu"),
            ("Us:GatewayUrl", "http://gateway.test"), ("Us:ApiKey", "key-us")], "Eu", "Us");
        await host.StartAsync();

        await host.Services.GetRequiredService<ContactsClient>().GetAsync("c1");
        await host.Services.GetRequiredKeyedService<ContactsClient>("Eu").GetAsync("c1");
        await host.Services.GetRequiredKeyedService<ContactsClient>("Us").GetAsync("c1");

        _gateway.Requests.Select(sent => sent.Header("x-api-key")).Should().Equal("key-default", "key-eu", "key-us");
        await host.StopAsync();
    }

    [Fact]
    public async Task A_nested_section_need_not_be_anyones()
    {
        using var host = Build([.. _default, ("Eu:ApiKye", "x"), ("Headers:0", "x")]);

        await host.StartAsync();
        await host.StopAsync();
    }

    [Fact]
    public async Task What_is_missing_is_told_by_its_key_all_at_once() =>
        (await FailuresOf([("OrganizationId", "org_1")])).Should().SatisfyRespectively(
            gateway => gateway.Should().StartWith("Contacts:GatewayUrl: GatewayUrl is not set"),
            credential =>
                credential.Should().StartWith("Contacts:ApiKey, Contacts:AccessToken, Contacts:BearerToken: No credential is set"));

    [Fact]
    public async Task What_a_nested_client_lacks_is_told_by_its_own_key() =>
        (await FailuresOf([.. _default, ("Eu:GatewayUrl", "http://gateway.test")], "Eu")).Should().ContainSingle()
            .Which.Should().StartWith(
                "ContactsClient \"Eu\": Contacts:Eu:ApiKey, Contacts:Eu:AccessToken, Contacts:Eu:BearerToken: No credential is set");

    [Fact]
    public async Task A_misspelt_key_of_a_nested_client_is_told_with_its_whole_path() =>
        (await FailuresOf([.. _default, ("Eu:GatewayUrl", "http://gateway.test"), ("Eu:ApiKye", "marker-value")], "Eu"))
            .Should().SatisfyRespectively(
            unknown => unknown.Should().Contain("'Contacts:Eu:ApiKye' is unknown. Did you mean 'ApiKey'?").And.NotContain("marker-value"),
            missing => missing.Should().Contain("Contacts:Eu:ApiKey"));

    [Fact]
    public async Task A_value_that_cannot_be_used_is_told_once() =>
        (await FailuresOf([("GatewayUrl", "gateway"), ("ApiKey:Value", "x"), ("MaxRetries", "11"), ("Timeout", "30"),
            ("AccessToken", " ")])).Should().SatisfyRespectively(
            access => access.Should().Contain("'Contacts:ApiKey'").And.Contain("instead of a section"),
            gateway => gateway.Should().Contain("'Contacts:GatewayUrl'").And.Contain("absolute address"),
            timeout => timeout.Should().Contain("'Contacts:Timeout'").And.Contain("hh:mm:ss"),
            blank => blank.Should().StartWith("Contacts:AccessToken: AccessToken is empty or blank"),
            retries => retries.Should().StartWith("Contacts:MaxRetries: MaxRetries must be 0 to 10"));

    [Fact]
    public async Task A_bearer_token_without_an_organization_is_told_by_the_key_of_the_organization() =>
        (await FailuresOf([("GatewayUrl", "http://gateway.test"), ("BearerToken", "jwt-1")]))
            .Should().ContainSingle().Which.Should().StartWith("Contacts:OrganizationId: ");

    [Fact]
    public async Task A_section_that_is_not_there_is_named() =>
        (await FailuresOf(_default, "Uk"))
            .Should().HaveCount(3).And.StartWith("ContactsClient \"Uk\": The configuration section 'Contacts:Uk' is missing or empty.");

    [Fact]
    public async Task Code_may_add_what_the_configuration_lacks()
    {
        using var host = Build(
            [("GatewayUrl", "http://gateway.test")], services => services.AddContactsClient(options => options.ApiKey = "key-code"));
        await host.StartAsync();

        await host.Services.GetRequiredService<ContactsClient>().GetAsync("c1");

        _gateway.Requests.Should().ContainSingle().Which.Header("x-api-key").Should().Be("key-code");
        await host.StopAsync();
    }

    [Fact]
    public async Task Environment_variables_name_nested_settings_too()
    {
        const string Prefix = "CONTACTS_GENERATED_TEST_";
        var variables = new Dictionary<string, string>
        {
            ["Contacts__GatewayUrl"] = "http://gateway.test",
            ["Contacts__ApiKey"] = "key-default",
            ["CONTACTS__EU__GATEWAYURL"] = "http://gateway.test",
            ["CONTACTS__EU__APIKEY"] = "key-eu",
        };
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(Prefix + name, value);
        }

        try
        {
            using var host = Build(new ConfigurationBuilder().AddEnvironmentVariables(Prefix).Build(), services => services, "Eu");
            await host.StartAsync();
            await host.Services.GetRequiredKeyedService<ContactsClient>("Eu").GetAsync("c1");
            await host.StopAsync();
        }
        finally
        {
            foreach (var name in variables.Keys)
            {
                Environment.SetEnvironmentVariable(Prefix + name, null);
            }
        }

        _gateway.Requests.Should().ContainSingle().Which.Header("x-api-key").Should().Be("key-eu");
    }

    private async Task<IEnumerable<string>> FailuresOf((string Key, string? Value)[] settings, params string[] names)
    {
        using var host = Build(settings, names);
        return (await host.Invoking(started => started.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which.Failures;
    }

    private IHost Build((string Key, string? Value)[] settings, params string[] names) =>
        Build(Registrations.Configuration(settings), services => services, names);

    private IHost Build((string Key, string? Value)[] settings, Func<IServiceCollection, object> also) =>
        Build(Registrations.Configuration(settings), also);

    private IHost Build(IConfiguration configuration, Func<IServiceCollection, object> also, params string[] names)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddContactsClient(configuration.GetSection("Contacts")).To(_gateway);
        foreach (var name in names)
        {
            builder.Services.AddContactsClient(name, configuration.GetSection("Contacts:" + name)).To(_gateway);
        }

        _ = also(builder.Services);
        return builder.Build();
    }
}
