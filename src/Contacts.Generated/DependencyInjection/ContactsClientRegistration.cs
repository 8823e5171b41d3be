using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Contacts.Generated;

/// <summary>Registers one client: its options, its HTTP client and itself.</summary>
internal static class ContactsClientRegistration
{
    public static IHttpClientBuilder Add(IServiceCollection services, string? name, IConfiguration configuration)
    {
        var builder = Add(services, name, (_, options) => ConfigurationOptions.Bind(configuration, options));
        ValidatorOf(services, name ?? Options.DefaultName)!.Add(configuration);
        return builder;
    }

    public static IHttpClientBuilder Add(
        IServiceCollection services, string? name, Action<IServiceProvider, ContactsClientOptions> configure)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        var optionsName = name ?? Options.DefaultName;
        var httpClientName = name is null ? "Contacts.Generated" : "Contacts.Generated:" + name;

        services.AddOptions<ContactsClientOptions>(optionsName)
            .Configure<IServiceProvider>((options, provider) => configure(provider, options));
        if (ValidatorOf(services, optionsName) is not null)
        {
            // A second registration only adds to the options; handlers added to the first one's builder remain.
            return services.AddHttpClient(httpClientName);
        }

        services.AddOptions<ContactsClientOptions>(optionsName)
            .PostConfigure<IServiceProvider>(static (options, provider) => UseHostServices(options, provider))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ContactsClientOptions>>(
            new StartupValidation(optionsName, ContactsService.BasePath, ContactsService.Security));
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new AttemptHandlerFilter(httpClientName));
        if (name is null)
        {
            services.TryAddSingleton(provider => Create(provider, optionsName, httpClientName));
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => Create(provider, optionsName, httpClientName));
        }

        // The factory's own loggers write addresses, which contain contact ids.
        return services.AddHttpClient(httpClientName, static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => PrimaryHandler.CreateUnpacking())
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => InheritedResilience.Remove(handlers))
            .RemoveAllLoggers();
    }

    /// <returns>Null if no client of this name has been added yet.</returns>
    private static StartupValidation? ValidatorOf(IServiceCollection services, string optionsName)
    {
        foreach (var service in services)
        {
            if (!service.IsKeyedService && service.ImplementationInstance is StartupValidation validator && validator.Name == optionsName)
            {
                return validator;
            }
        }

        return null;
    }

    private static ContactsClient Create(IServiceProvider provider, string optionsName, string httpClientName)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<ContactsClientOptions>>().Get(optionsName);
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        return new ContactsClient(options, Transport.From(() => factory.CreateClient(httpClientName)));
    }

    private static void UseHostServices(ContactsClientOptions options, IServiceProvider provider)
    {
        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        if (ReferenceEquals(options.TimeProvider, TimeProvider.System) && provider.GetService<TimeProvider>() is { } timeProvider)
        {
            options.TimeProvider = timeProvider;
        }
    }
}

/// <summary>
/// Puts the SDK's two handlers around those of the application, wherever and whenever they were added. Without any of those, there is
/// nothing to watch.
/// </summary>
internal sealed class AttemptHandlerFilter(string clientName) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name == clientName && builder.AdditionalHandlers.Count > 0)
        {
            builder.AdditionalHandlers.Insert(0, new AttemptStartHandler());
            builder.AdditionalHandlers.Add(new AttemptEndHandler());
        }
    };
}
