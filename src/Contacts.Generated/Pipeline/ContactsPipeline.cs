using System.Runtime.ExceptionServices;

namespace Contacts.Generated;

/// <summary>
/// The one way to the service: span, deadline, retry, attempt limit, credential, transport. It knows no operation by name;
/// what differs between calls is data.
/// </summary>
internal sealed class ContactsPipeline
{
    private readonly Transport _transport;
    private readonly Lazy<RetryChain> _retries;

    public ContactsPipeline(PipelineOptions options, Transport transport)
    {
        Dialect = options.Dialect;
        Telemetry = options.Telemetry;
        Json = options.Json;
        TimeProvider = options.TimeProvider;
        MaxResponseBytes = options.MaxResponseBytes;
        BaseAddress = options.BaseAddress;
        Requests = new RequestFactory(options.BaseAddress, options.Json, options.TimeProvider);
        _transport = transport;
        _retries = new Lazy<RetryChain>(() => new RetryChain(options, AttemptAsync));
    }

    public JsonEngine Json { get; }

    public Dialect Dialect { get; }

    public ContactsTelemetry Telemetry { get; }

    public RequestFactory Requests { get; }

    public TimeProvider TimeProvider { get; }

    public long MaxResponseBytes { get; }

    /// <summary>The service's address, which ends in a slash.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Makes the call of an operation, ready to run.</summary>
    public OperationCall<T> Prepare<T>(OperationRequest<T> request, CallSettings settings, bool keepHeaders, CancellationToken cancellationToken)
    {
        Dialect.Shape(request);
        return new OperationCall<T>(
            request, Requests.Create(request), keepHeaders, settings, RequestIdFor(settings), TimeProvider.GetTimestamp(), cancellationToken);
    }

    /// <summary>Sends a request of the caller's own; the answer comes back unread.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CallSettings settings, CancellationToken cancellationToken)
    {
        var outgoing = await RawOutgoingRequest.CreateAsync(request, BaseAddress).ConfigureAwait(false);
        var call = new RawCall(outgoing, settings, RequestIdFor(settings), TimeProvider.GetTimestamp(), cancellationToken);
        await RunAsync(call).ConfigureAwait(false);
        return call.Response!;
    }

    /// <summary>Runs a call: one span and one measurement, whatever becomes of it and whichever forms it takes.</summary>
    /// <remarks>A failure is handed up as a value, and thrown once, here.</remarks>
#if NET8_0_OR_GREATER
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
#endif
    public async ValueTask RunAsync(Call call)
    {
        call.CancellationToken.ThrowIfCancellationRequested();
        using var activity = ContactsTelemetry.Start(call, BaseAddress);
        var failure = await AttemptAsync(call).ConfigureAwait(false);
        if (failure is not null)
        {
            failure = await GoOnAsync(call, failure).ConfigureAwait(false);
        }

        Telemetry.Stop(activity, call, failure, TimeProvider.GetElapsedTime(call.Started), BaseAddress);
        if (failure is not null)
        {
            ExceptionDispatchInfo.Capture(failure).Throw();
        }

        if (Dialect.Advice.After(call.Answer) is { } fitting)
        {
            Telemetry.OtherDialectFits(call, fitting);
        }
    }

    private static string RequestIdFor(CallSettings settings) => settings.RequestId ?? RequestIds.Next();

    private bool IsInTime(Call call) => TimeProvider.GetElapsedTime(call.Started) < call.Settings.Timeout;

    /// <summary>Goes on after a failure: with the same request again, and then with the call's other form, where it has one.</summary>
    /// <returns>Why it failed in the end; null if it did not.</returns>
    private async ValueTask<Exception?> GoOnAsync(Call call, Exception first)
    {
        var failure = await RetryAsync(call, first).ConfigureAwait(false);
        return failure is ContactsException error && IsInTime(call) && call.OtherFormAfter(error, this) is { } other
            ? await SendOtherFormAsync(call, other, error).ConfigureAwait(false)
            : failure;
    }

    /// <summary>Sends the call once in its other form; if that fails too, the first error surfaces.</summary>
    private async ValueTask<Exception?> SendOtherFormAsync(Call call, OutgoingRequest other, ContactsException error)
    {
        var status = call.Status;
        call.FallBackTo(other);
        var failure = await AttemptAsync(call).ConfigureAwait(false);
        failure = failure is null ? null : await RetryAsync(call, failure).ConfigureAwait(false);
        if (failure is not ContactsException)
        {
            return failure;
        }

        call.Status = status;
        error.Attempts = call.Attempts;
        return error;
    }

    private async ValueTask<Exception?> RetryAsync(Call call, Exception first)
    {
        try
        {
            return await _retries.Value.FollowAsync(call, first).ConfigureAwait(false) is { } failure ? CallFailure.Of(call, failure) : null;
        }
        catch (Exception exception)
        {
            // Of what the chain itself calls: an application's logger, or a test's own wait.
            return CallFailure.Of(call, exception);
        }
    }

    private ValueTask<Exception?> AttemptAsync(Call call) => new Attempt(this, call).RunAsync(_transport);
}
