namespace Contacts.Generated;

/// <summary>
/// The client of the contacts and notifications API. Make one and share it: it is thread-safe, keeps its connections, and
/// need not be disposed.
/// </summary>
/// <remarks>
/// Methods are virtual and the type can be derived from, so that a test can stand in for it. Reading accepts what the
/// vendor's reference promises and what its web application shows; see <see cref="ContactsDialect"/> for writing.
/// </remarks>
public partial class ContactsClient
{
    private readonly ContactsPipeline? _pipeline;
    private CallSettings? _settings;

    /// <summary>For a stand-in made by a test, which overrides what it is asked for; whatever is not overridden throws.</summary>
    protected ContactsClient()
    {
    }

    /// <summary>Makes a client with connections of its own.</summary>
    /// <param name="options">How to reach the service; read now, once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is missing or not usable. The message names it and says what to set.</exception>
    public ContactsClient(ContactsClientOptions options)
        : this(options, transport: null)
    {
    }

    /// <summary>Makes a client that sends through yours, which it neither changes nor disposes.</summary>
    /// <param name="options">How to reach the service; read now, once.</param>
    /// <param name="httpClient">
    /// Your client. Set <c>AllowAutoRedirect</c> to false on its handler, or a redirect takes the credential to another host, and an
    /// answer of another host is an error; and its <c>Timeout</c> at least as long as the options' <c>AttemptTimeout</c>. Leave
    /// <c>AutomaticDecompression</c> at none: this client unpacks what it asks for, and notices a body that was cut off, which a handler that
    /// unpacks hides. Leave handlers out that send a request again: this client does so by itself, and refuses it where the service may
    /// have done already what was asked.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An option is missing or not usable. The message names it and says what to set.</exception>
    public ContactsClient(ContactsClientOptions options, HttpClient httpClient)
        : this(options, Transport.From(httpClient ?? throw new ArgumentNullException(nameof(httpClient), "A client is needed here; leave the argument out to have one made.")))
    {
    }

    internal ContactsClient(ContactsClientOptions options, Transport? transport)
    {
        if (options is null)
        {
            throw new ArgumentNullException(nameof(options), "Options are needed: at least GatewayUrl and a credential.");
        }

        _settings = ClientOptionsValidation.ToSettings(options);
        var pipelineOptions = ClientOptionsValidation.ToPipeline(options, ContactsService.BasePath, ChooseDialect);
        if (transport is null)
        {
            ClientOptionsValidation.CheckOwnConnections(pipelineOptions);
        }

        _pipeline = new ContactsPipeline(pipelineOptions, transport ?? Transport.Create());
    }

    /// <summary>The same operations, answering with the response's status, headers, request id and attempts beside its value.</summary>
    public virtual ContactsClientWithResponse WithResponse => new(this);

    private ContactsPipeline Pipeline => _pipeline ?? throw NotOverridden();

    private CallSettings Settings => _settings ?? throw NotOverridden();

    /// <summary>The same client with other options for every call made through it.</summary>
    /// <param name="options">What differs; read now, once.</param>
    /// <returns>
    /// A view that shares this client's connections, and of a derived class its overrides. A stand-in made by the protected
    /// constructor answers itself.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is not usable, or a header is one that the SDK sets itself. The message names it.</exception>
    public ContactsClient WithOptions(ContactsRequestOptions options)
    {
        if (options is null)
        {
            throw new ArgumentNullException(nameof(options), "Options are needed here; use the client itself for its own.");
        }

        if (_settings is null)
        {
            return this;
        }

        // A copy instead of a new client, so that what a derived class overrides holds for its views too.
        var settings = RequestOptionsValidation.Apply(_settings, options);
        var view = (ContactsClient)MemberwiseClone();
        view._settings = settings;
        return view;
    }

    /// <summary>Sends a request of your own, for what the contract does not have, through the whole pipeline but the dialect.</summary>
    /// <param name="request">
    /// The request. Its address is what stands behind the service's path (<c>channel-service/v1/</c>), with or without a leading slash. It
    /// is tried again only if its method is idempotent and its content is in memory.
    /// </param>
    /// <param name="cancellationToken">Ends the call, wherever it is.</param>
    /// <returns>The answer, a success, unread; dispose it.</returns>
    /// <exception cref="ArgumentException">The address is missing, absolute, has the service's path in it or leads out of it, or a header is one that the SDK sets itself.</exception>
    /// <exception cref="ContactsApiException">The service answered with an error; its status decides the class.</exception>
    /// <exception cref="ContactsConnectionException">No whole answer came.</exception>
    /// <exception cref="ContactsTimeoutException">A time limit of the client ran out before the answer's headers came.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public virtual Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default) =>
        Pipeline.SendAsync(request ?? throw new ArgumentNullException(nameof(request), "A request is needed here: pass the one to send."), Settings, cancellationToken);

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
        new("This client was made by its protected constructor, as a stand-in for a test. Override the member that was called.");
}
