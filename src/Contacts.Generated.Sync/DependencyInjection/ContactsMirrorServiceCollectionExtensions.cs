using Contacts.Generated;
using Contacts.Generated.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a mirror of contacts to an application's services.</summary>
public static class ContactsMirrorServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="ContactsMirror{TContext}"/>, and the same object as <see cref="ContactsMirror"/> if it is the first mirror. It
    /// needs <c>services.AddDbContextFactory&lt;TContext&gt;(…)</c>, and a client for each organization. Called again for the same
    /// context, it adds to its options.
    /// </summary>
    /// <typeparam name="TContext">Your context, whose model has the tables: <c>modelBuilder.AddContactsMirror()</c>.</typeparam>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Adds the organizations, and sets options.</param>
    /// <returns>The service collection.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An option is invalid. The message names it and says what to set.</exception>
    /// <example>
    /// <code>
    /// services.AddDbContextFactory&lt;AppDb&gt;(options => options.UseSqlite("Data Source=contacts.db"));
    /// services.AddContactsClient("org_example", configuration.GetSection("Contacts"));
    /// services.AddContactsMirror&lt;AppDb&gt;(mirror => mirror.Organization("org_example", every: TimeSpan.FromMinutes(15)));
    /// </code>
    /// </example>
    public static IServiceCollection AddContactsMirror<TContext>(
        this IServiceCollection services, Action<ContactsMirrorOptions> configure)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = services.Select(service => service.IsKeyedService ? null : service.ImplementationInstance)
            .OfType<MirrorRegistration<TContext>>().FirstOrDefault()?.Options ?? Register<TContext>(services);
        configure(options);
        options.Check();
        return services;
    }

    private static ContactsMirrorOptions Register<TContext>(IServiceCollection services)
        where TContext : DbContext
    {
        var registration = new MirrorRegistration<TContext>(new ContactsMirrorOptions());
        services.AddSingleton(registration);
        services.AddSingleton(registration.Create);
        services.TryAddSingleton<ContactsMirror>(provider => provider.GetRequiredService<ContactsMirror<TContext>>());
        return registration.Options;
    }

    /// <summary>The options of the mirror in one context.</summary>
    private sealed record MirrorRegistration<TContext>(ContactsMirrorOptions Options)
        where TContext : DbContext
    {
        public ContactsMirror<TContext> Create(IServiceProvider provider)
        {
            var context = typeof(TContext).Name;
            return new(
                provider.GetService<IDbContextFactory<TContext>>() ?? throw new ContactsMirrorException(
                    $"The mirror creates a {context} for each step: call services.AddDbContextFactory<{context}>(…), which can stand "
                    + "beside AddDbContext."),
                Options,
                organization => ClientOf(provider, organization),
                provider.GetService<TimeProvider>() ?? TimeProvider.System,
                provider.GetService<ILoggerFactory>());
        }

        private ContactsClient ClientOf(IServiceProvider provider, string organization) => Options.ClientFactory is { } create
            ? create(provider, organization) ?? throw new ContactsMirrorException(
                $"The function that was given to Client returned null for organization {organization}: return its client.")
            : provider.GetKeyedService<ContactsClient>(organization) ?? throw new ContactsMirrorException(
                $"There is no client for organization {organization}: call services.AddContactsClient(\"{organization}\", …), or say "
                + "with Client((services, organization) => …) in AddContactsMirror where it comes from.");
    }
}
