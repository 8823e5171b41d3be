namespace Contacts.Generated;

/// <summary>
/// The client of the contacts and notifications API. Create one and share it: it is thread-safe, reuses its connections and need not be
/// disposed.
/// </summary>
/// <remarks>
/// Methods are virtual and the type can be derived from, so that tests can replace it. Responses may have the form of the vendor's
/// reference or that of its web application; <see cref="ContactsDialect"/> decides the form of the requests.
/// </remarks>
/// <example>
/// <code>
/// var client = new ContactsClient(ContactsClientOptions.FromEnvironment());
/// await foreach (var contact in client.ListAllAsync())
/// {
///     Console.WriteLine(contact.DisplayName);
/// }
/// </code>
/// </example>
public partial class ContactsClient
{
    private readonly ContactsPipeline? _pipeline;
    private CallSettings? _settings;

    /// <summary>For a test double, which overrides the members that the test calls. Members that are not overridden throw.</summary>
    protected ContactsClient()
    {
    }

    /// <summary>Creates a client with connections of its own.</summary>
    /// <param name="options">How to reach the service; read once, by this constructor.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is missing or invalid. The message names it and says what to set.</exception>
    /// <example>
    /// <code>
    /// var client = new ContactsClient(new ContactsClientOptions
    /// {
    ///     GatewayUrl = ContactsGateways.Stable,
    ///     ApiKey = Environment.GetEnvironmentVariable("IMBRACE_API_KEY"),
    /// });
    /// </code>
    /// </example>
    public ContactsClient(ContactsClientOptions options)
        : this(options, transport: null)
    {
    }

    /// <summary>Creates a client that sends through your <see cref="HttpClient"/>, which it neither changes nor disposes.</summary>
    /// <param name="options">How to reach the service; read once, by this constructor.</param>
    /// <param name="httpClient">
    /// Your client. Set <c>AllowAutoRedirect</c> to false on its handler: a redirect would take the credential to another host, whose
    /// response is an error here. Make its <c>Timeout</c> at least as long as <see cref="ContactsClientOptions.AttemptTimeout"/>. Leave
    /// <c>AutomaticDecompression</c> off: this client decompresses by itself and detects truncated bodies, which such a handler hides. Do
    /// not add handlers that retry: this client retries by itself, and refuses to repeat a request that the service may have processed.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An option is missing or invalid. The message names it and says what to set.</exception>
    public ContactsClient(ContactsClientOptions options, HttpClient httpClient)
        : this(options, Transport.From(httpClient
            ?? throw new ArgumentNullException(nameof(httpClient), "An HttpClient is required. Omit the argument to have one created.")))
    {
    }

    internal ContactsClient(ContactsClientOptions options, Transport? transport)
    {
        if (options is null)
        {
            throw new ArgumentNullException(nameof(options), "Options are required: at least GatewayUrl and a credential.");
        }

        _settings = ClientOptionsValidation.ToSettings(options, ContactsService.Security);
        var pipelineOptions = ClientOptionsValidation.ToPipeline(options, ContactsService.BasePath, ChooseDialect);
        if (transport is null)
        {
            ClientOptionsValidation.CheckOwnConnections(pipelineOptions);
        }

        _pipeline = new ContactsPipeline(pipelineOptions, transport ?? Transport.Create());
    }

    /// <summary>The same operations, returning the response's status, headers, request id and attempts along with the value.</summary>
    public virtual ContactsClientWithResponse WithResponse => new(this);

    private ContactsPipeline Pipeline => _pipeline ?? throw NotOverridden();

    private CallSettings Settings => _settings ?? throw NotOverridden();

    /// <summary>Returns the same client with different options for every call made through it.</summary>
    /// <param name="options">The options that differ; read once, by this call.</param>
    /// <returns>
    /// A view that shares this client's connections and, for a derived class, its overrides. A test double created by the protected
    /// constructor returns itself.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// An option is invalid, or a header is one that the SDK sets itself. The message names it.
    /// </exception>
    public ContactsClient WithOptions(ContactsRequestOptions options)
    {
        if (options is null)
        {
            throw new ArgumentNullException(nameof(options), "Options are required. To use the client's own, call the client itself.");
        }

        if (_settings is null)
        {
            return this;
        }

        // A copy instead of a new client, so that a derived class's overrides apply to its views too.
        var settings = RequestOptionsValidation.Apply(_settings, options);
        var view = (ContactsClient)MemberwiseClone();
        view._settings = settings;
        return view;
    }

    /// <summary>Sends your own request, for what the contract does not describe, through the whole pipeline except the dialect.</summary>
    /// <param name="request">
    /// The request. Its address is relative to the service's path (<c>channel-service/v1/</c>), with or without a leading slash. It is
    /// retried only if its method is idempotent and its content is in memory.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The successful response with its body unread; dispose it.</returns>
    /// <exception cref="ArgumentException">
    /// The address is missing, absolute, contains the service's path or leads out of it; or a header is one that the SDK sets itself.
    /// </exception>
    /// <exception cref="ContactsApiException">The service returned an unsuccessful status, which decides the derived class.</exception>
    /// <exception cref="ContactsConnectionException">No complete response arrived.</exception>
    /// <exception cref="ContactsTimeoutException">A time limit was reached before the response's headers arrived.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public virtual Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default) =>
        Pipeline.SendAsync(
            request ?? throw new ArgumentNullException(nameof(request), "A request is required. Pass the one to send."),
            Settings,
            cancellationToken);

    internal async Task<OperationCall<T>> CallAsync<T>(OperationRequest<T> request, bool keepHeaders, CancellationToken cancellationToken)
    {
        var call = Pipeline.Prepare(request, Settings, keepHeaders, cancellationToken);
        await Pipeline.RunAsync(call).ConfigureAwait(false);
        return call;
    }

    private async Task<T> ExecuteAsync<T>(OperationRequest<T> request, CancellationToken cancellationToken)
    {
        var call = Pipeline.Prepare(request, Settings, keepHeaders: false, cancellationToken);
        await Pipeline.RunAsync(call).ConfigureAwait(false);
        return call.Value;
    }

    /// <summary>The contract's own form, unless this API has dialects.</summary>
    private static IDialect ChooseDialect(ContactsDialect chosen)
    {
        IDialect dialect = new ContractDialect();
        ChooseDialect(chosen, ref dialect);
        return dialect;
    }

    static partial void ChooseDialect(ContactsDialect chosen, ref IDialect dialect);

    private static InvalidOperationException NotOverridden() =>
        new("This client was created by its protected constructor, as a test double. Override the member that was called.");
}
