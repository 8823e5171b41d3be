using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Contacts.Generated.Tests;

public class HostStartTests
{
    [Fact]
    public async Task A_host_with_good_options_starts()
    {
        var gateway = new FakeGateway();
        using var host = Build(services => services.AddContactsClient(Registrations.GoodSection()).To(gateway));
        await host.StartAsync();
        await host.Services.GetRequiredService<ContactsClient>().GetAsync("c1");
        await host.StopAsync();

        gateway.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_missing_setting_stops_the_host_at_its_start()
    {
        using var host = Build(services => services.AddContactsClient(Registrations.Section(("ApiKey", "key-1"))));

        (await host.Invoking(h => h.StartAsync()).Should().ThrowAsync<OptionsValidationException>())
            .WithMessage("*GatewayUrl is not set*ContactsGateways*");
    }

    [Fact]
    public async Task A_named_clients_message_says_which_one()
    {
        using var host = Build(services =>
        {
            services.AddContactsClient(Registrations.Good);
            services.AddContactsClient("reports", options => options.GatewayUrl = TestClients.Gateway);
        });

        (await host.Invoking(h => h.StartAsync()).Should().ThrowAsync<OptionsValidationException>())
            .WithMessage("*\"reports\"*No credential is set*");
    }

    [Fact]
    public async Task A_misspelt_key_stops_the_host_at_its_start()
    {
        using var host = Build(services => services.AddContactsClient(Registrations.GoodSection(("MaxRetry", "3"))));

        (await host.Invoking(h => h.StartAsync()).Should().ThrowAsync<OptionsValidationException>())
            .WithMessage("*Contacts:MaxRetry*Did you mean 'MaxRetries'*");
    }

    [Theory]
    [InlineData("MaxRetries", "11")]
    [InlineData("MaxRetries", "-1")]
    [InlineData("Timeout", "2.00:00:00")]
    [InlineData("AttemptTimeout", "00:00:00")]
    [InlineData("RetryDelay", "00:02:00")]
    [InlineData("MaxResponseBytes", "10")]
    [InlineData("AccessToken", "second credential")]
    [InlineData("OrganizationId", " ")]
    [InlineData("GatewayUrl", "ftp://gateway.test")]
    [InlineData("GatewayUrl", "https://gateway.test/channel-service/v1")]
    public async Task A_setting_out_of_its_bounds_stops_the_host_at_its_start(string key, string value)
    {
        using var host = Build(services => services.AddContactsClient(Registrations.GoodSection((key, value))));

        (await host.Invoking(h => h.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).WithMessage($"*{key}*");
    }

    [Fact]
    public async Task Without_a_host_the_client_cannot_be_had_with_bad_options()
    {
        var services = new ServiceCollection();
        services.AddContactsClient(options => options.ApiKey = "key-1");
        await using var provider = services.BuildServiceProvider();

        provider.Invoking(p => p.GetRequiredService<ContactsClient>())
            .Should().Throw<OptionsValidationException>().WithMessage("*GatewayUrl*");
    }

    private static IHost Build(Action<IServiceCollection> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        configure(builder.Services);
        return builder.Build();
    }
}
