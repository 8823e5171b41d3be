using System.Runtime.ExceptionServices;
using Polly;

namespace Contacts.Generated;

/// <summary>
/// The one way to the service: span, deadline, retry, attempt limit, credential, transport. It knows no operation by name;
/// what differs between calls is data.
/// </summary>
internal sealed class ContactsPipeline
{
    private readonly Transport _transport;
    private readonly ResiliencePipeline _resilience;
    private readonly ContactsTelemetry _telemetry;
    private readonly RequestFactory _requests;

    public ContactsPipeline(PipelineOptions options, Transport transport)
    {
        _transport = transport;
        Dialect = options.Dialect;
        _telemetry = options.Telemetry;
        Json = options.Json;
        TimeProvider = options.TimeProvider;
        MaxResponseBytes = options.MaxResponseBytes;
        BaseAddress = options.BaseAddress;
        _requests = new RequestFactory(options.BaseAddress, options.Json);
        _resilience = ResilienceChain.Create(options, _telemetry);
    }

    public JsonEngine Json { get; }

    public Dialect Dialect { get; }

    public TimeProvider TimeProvider { get; }

    public long MaxResponseBytes { get; }

    /// <summary>The service's address, which ends in a slash.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Sends an operation.</summary>
    public async Task<OperationCall<T>> ExecuteAsync<T>(OperationRequest<T> request, CallSettings settings, bool keepHeaders, CancellationToken cancellationToken)
    {
        Dialect.Shape(request);
        var call = NewCall(request, settings, keepHeaders, cancellationToken);
        try
        {
            await RunAsync(call).ConfigureAwait(false);
            if (Dialect.Advice.After(call.Value) is { } other)
            {
                _telemetry.OtherDialectFits(call, other);
            }

            return call;
        }
        catch (ContactsException error) when (Dialect.FallbackFor(request, error) is { } fallback)
        {
            return await FallBackAsync(call, fallback, keepHeaders, error).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a request of the caller's own; the answer comes back unread.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CallSettings settings, CancellationToken cancellationToken)
    {
        var address = RelativeAddress.Resolve(BaseAddress, request);
        var outgoing = await RawOutgoingRequest.CreateAsync(request, address).ConfigureAwait(false);
        var call = new RawCall(outgoing, settings, RequestIdFor(settings), TimeProvider.GetTimestamp(), cancellationToken);
        await RunAsync(call).ConfigureAwait(false);
        return call.Response!;
    }

    private static string RequestIdFor(CallSettings settings) => settings.RequestId ?? RequestIds.Next();

    private OperationCall<T> NewCall<T>(OperationRequest<T> request, CallSettings settings, bool keepHeaders, CancellationToken cancellationToken) =>
        new(_requests.Create(request), request.Reader, keepHeaders, settings, RequestIdFor(settings), TimeProvider.GetTimestamp(), cancellationToken);

    /// <summary>Sends the other form once, in what is left of the deadline; if it fails too, the first error surfaces.</summary>
    private async Task<OperationCall<T>> FallBackAsync<T>(OperationCall<T> first, OperationRequest<T> fallback, bool keepHeaders, ContactsException error)
    {
        var left = first.Settings.Timeout - TimeProvider.GetElapsedTime(first.Started);
        if (left <= TimeSpan.Zero)
        {
            throw error;
        }

        var settings = first.Settings with { MaxRetries = 0, Timeout = left, RequestId = first.RequestId };
        var call = NewCall(fallback, settings, keepHeaders, first.CancellationToken);
        foreach (var attempt in first.Attempts)
        {
            call.AddAttempt(attempt);
        }

        try
        {
            await RunAsync(call).ConfigureAwait(false);
            return call;
        }
        catch (ContactsException)
        {
            error.Attempts = call.Attempts;
            throw error;
        }
    }

    private async Task RunAsync(Call call)
    {
        call.CancellationToken.ThrowIfCancellationRequested();
        using var activity = ContactsTelemetry.Start(call, BaseAddress);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.CancellationToken);
        context.Properties.Set(ResilienceChain.CallKey, call);
        Exception? failure = null;
        try
        {
            await _resilience.ExecuteAsync(
                static (context, state) => state.Pipeline.AttemptAsync(state.Call, context.CancellationToken),
                context,
                (Pipeline: this, Call: call)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = Outcome.Of(call, exception);
            if (!ReferenceEquals(failure, exception))
            {
                ExceptionDispatchInfo.Capture(failure).Throw();
            }

            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
            _telemetry.Stop(activity, call, failure, TimeProvider.GetElapsedTime(call.Started), BaseAddress);
        }
    }

#if NET8_0_OR_GREATER
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
#endif
    private async ValueTask AttemptAsync(Call call, CancellationToken cancellationToken)
    {
        var started = TimeProvider.GetTimestamp();
        var attempt = new Attempt(this, call);
        Exception? failure = null;
        try
        {
            await attempt.RunAsync(_transport, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }
        finally
        {
            var receipt = attempt.Receipt(failure, TimeProvider.GetElapsedTime(started), cancellationToken);
            call.AddAttempt(receipt);
            _telemetry.Attempted(call, receipt);
        }
    }
}
