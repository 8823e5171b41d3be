using Contacts.Generated;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds <see cref="ContactsClient"/> to an application's services.</summary>
/// <remarks>
/// The client is a singleton that asks <c>IHttpClientFactory</c> for each call, so that handlers are renewed. Handlers added
/// to the returned builder run once per attempt, after the credential was set; the SDK's own retries and limits are around
/// them. Resilience handlers (Polly 7 and 8) that the application gives to all its clients are taken out of this one: left in,
/// they would multiply the attempts. One that is added to the returned builder stays. A handler of another kind that sends a request
/// again is logged once, and kept from repeating a POST or PATCH that may have been processed. The factory's own request logging is off, since
/// it writes addresses with the ids in them; <c>AddDefaultLogger()</c> on the returned builder brings it back. Options are checked when the
/// host starts, all of them at once. Adding a client twice adds to its options.
/// </remarks>
public static class ContactsServiceCollectionExtensions
{
    /// <summary>Adds the client, with options from a configuration section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">
    /// The section, such as <c>configuration.GetSection("Contacts")</c>; its keys are the names of the options. Sections inside it
    /// may be those of other clients.
    /// </param>
    /// <returns>The builder of the client's HTTP client.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddContactsClient(this IServiceCollection services, IConfiguration configuration) =>
        ContactsClientRegistration.Add(services, name: null, Given(configuration));

    /// <summary>Adds the client, with options set in code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP client.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddContactsClient(this IServiceCollection services, Action<ContactsClientOptions> configure) =>
        ContactsClientRegistration.Add(services, name: null, FromAction(configure));

    /// <summary>Adds the client, with options set from other services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP client.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddContactsClient(this IServiceCollection services, Action<IServiceProvider, ContactsClientOptions> configure) =>
        ContactsClientRegistration.Add(services, name: null, configure ?? throw new ArgumentNullException(nameof(configure)));

    /// <summary>Adds a client under a key, with options from a configuration section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key: <c>[FromKeyedServices("…")]</c> or <c>GetRequiredKeyedService</c> gives the client.</param>
    /// <param name="configuration">
    /// The section, such as <c>configuration.GetSection("Contacts:Eu")</c>; its keys are the names of the options. It may stand inside
    /// another client's.
    /// </param>
    /// <returns>The builder of the client's HTTP client.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddContactsClient(this IServiceCollection services, string name, IConfiguration configuration) =>
        ContactsClientRegistration.Add(services, Named(name), Given(configuration));

    /// <summary>Adds a client under a key, with options set in code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key: <c>[FromKeyedServices("…")]</c> or <c>GetRequiredKeyedService</c> gives the client.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP client.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddContactsClient(this IServiceCollection services, string name, Action<ContactsClientOptions> configure) =>
        ContactsClientRegistration.Add(services, Named(name), FromAction(configure));

    /// <summary>Adds a client under a key, with options set from other services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key: <c>[FromKeyedServices("…")]</c> or <c>GetRequiredKeyedService</c> gives the client.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP client.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddContactsClient(this IServiceCollection services, string name, Action<IServiceProvider, ContactsClientOptions> configure) =>
        ContactsClientRegistration.Add(services, Named(name), configure ?? throw new ArgumentNullException(nameof(configure)));

    private static string Named(string name) => string.IsNullOrWhiteSpace(name)
        ? throw new ArgumentException("The name is empty. Give the client a name, or call the overload without one.", nameof(name))
        : name;

    private static IConfiguration Given(IConfiguration configuration) => configuration ?? throw new ArgumentNullException(nameof(configuration));

    private static Action<IServiceProvider, ContactsClientOptions> FromAction(Action<ContactsClientOptions> configure)
    {
        _ = configure ?? throw new ArgumentNullException(nameof(configure));
        return (_, options) => configure(options);
    }
}
