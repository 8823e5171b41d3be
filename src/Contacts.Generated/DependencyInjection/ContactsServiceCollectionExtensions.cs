using Contacts.Generated;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds <see cref="ContactsClient"/> to an application's services.</summary>
/// <remarks>
/// The client is a singleton that calls <c>IHttpClientFactory</c> for each request, so that handlers are renewed. Handlers added to the
/// returned builder run once per attempt, after the credential was set and inside the SDK's own retries and time limits. Resilience
/// handlers (Polly 7 and 8) that the application adds to all its clients are removed from this one, where they would multiply the attempts;
/// one that is added to the returned builder stays. Any other handler that repeats requests is logged once, and stopped from repeating a
/// POST or PATCH that may have been processed. The factory's own request logging is off, since it writes addresses with contact ids;
/// <c>AddDefaultLogger()</c> on the returned builder turns it on again. All options are checked when the host starts. Adding a client twice
/// adds to its options.
/// </remarks>
public static class ContactsServiceCollectionExtensions
{
    /// <summary>Adds the client with options from a configuration section.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configuration">
    /// The section, such as <c>configuration.GetSection("Contacts")</c>; its keys are the names of the options. It may contain sections of
    /// other clients.
    /// </param>
    /// <returns>The builder of the client's HTTP client, to which handlers can be added.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddContactsClient(this IServiceCollection services, IConfiguration configuration) =>
        ContactsClientRegistration.Add(services, name: null, Given(configuration));

    /// <summary>Adds the client with options set in code.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP client, to which handlers can be added.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddContactsClient(this IServiceCollection services, Action<ContactsClientOptions> configure) =>
        ContactsClientRegistration.Add(services, name: null, FromAction(configure));

    /// <summary>Adds the client with options set from other services.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP client, to which handlers can be added.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddContactsClient(
        this IServiceCollection services, Action<IServiceProvider, ContactsClientOptions> configure) =>
        ContactsClientRegistration.Add(services, name: null, configure ?? throw new ArgumentNullException(nameof(configure)));

    /// <summary>Adds a keyed client with options from a configuration section.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The key: resolve the client with <c>[FromKeyedServices("…")]</c> or <c>GetRequiredKeyedService</c>.</param>
    /// <param name="configuration">
    /// The section, such as <c>configuration.GetSection("Contacts:Eu")</c>; its keys are the names of the options. It may be inside another
    /// client's section.
    /// </param>
    /// <returns>The builder of the client's HTTP client, to which handlers can be added.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddContactsClient(this IServiceCollection services, string name, IConfiguration configuration) =>
        ContactsClientRegistration.Add(services, Named(name), Given(configuration));

    /// <summary>Adds a keyed client with options set in code.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The key: resolve the client with <c>[FromKeyedServices("…")]</c> or <c>GetRequiredKeyedService</c>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP client, to which handlers can be added.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddContactsClient(
        this IServiceCollection services, string name, Action<ContactsClientOptions> configure) =>
        ContactsClientRegistration.Add(services, Named(name), FromAction(configure));

    /// <summary>Adds a keyed client with options set from other services.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The key: resolve the client with <c>[FromKeyedServices("…")]</c> or <c>GetRequiredKeyedService</c>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP client, to which handlers can be added.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddContactsClient(
        this IServiceCollection services, string name, Action<IServiceProvider, ContactsClientOptions> configure) =>
        ContactsClientRegistration.Add(services, Named(name), configure ?? throw new ArgumentNullException(nameof(configure)));

    private static string Named(string name) => string.IsNullOrWhiteSpace(name)
        ? throw new ArgumentException("The name is empty. Give the client a name, or call the overload without one.", nameof(name))
        : name;

    private static IConfiguration Given(IConfiguration configuration) =>
        configuration ?? throw new ArgumentNullException(nameof(configuration));

    private static Action<IServiceProvider, ContactsClientOptions> FromAction(Action<ContactsClientOptions> configure)
    {
        _ = configure ?? throw new ArgumentNullException(nameof(configure));
        return (_, options) => configure(options);
    }
}
