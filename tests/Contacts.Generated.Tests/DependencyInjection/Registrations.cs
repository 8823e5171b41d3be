using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Contacts.Generated.Tests;

/// <summary>Registrations whose requests end at a <see cref="FakeGateway"/>.</summary>
internal static class Registrations
{
    public static IHttpClientBuilder To(this IHttpClientBuilder builder, FakeGateway gateway) =>
        builder.ConfigurePrimaryHttpMessageHandler(gateway.CreateHandler);

    public static IConfigurationSection Section(params (string Key, string? Value)[] settings) =>
        Configuration(settings).GetSection("Contacts");

    /// <summary>A configuration with these settings in the section "Contacts".</summary>
    public static IConfigurationRoot Configuration(params (string Key, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.GroupBy(setting => setting.Key)
            .Select(group => new KeyValuePair<string, string?>("Contacts:" + group.Key, group.Last().Value)))
        .Build();

    public static IConfigurationSection GoodSection(params (string Key, string? Value)[] settings) =>
        Section([("GatewayUrl", "http://gateway.test"), ("ApiKey", "key-1"), ("RetryDelay", "00:00:00"), .. settings]);

    public static void Good(ContactsClientOptions options) =>
        (options.GatewayUrl, options.ApiKey, options.RetryDelay) = (TestClients.Gateway, "key-1", TimeSpan.Zero);
}
