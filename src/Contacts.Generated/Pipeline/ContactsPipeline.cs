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

    public ContactsPipeline(PipelineOptions options, Transport transport)
    {
        _transport = transport;
        Dialect = options.Dialect;
        _telemetry = options.Telemetry;
        Json = options.Json;
        TimeProvider = options.TimeProvider;
        MaxResponseBytes = options.MaxResponseBytes;
        BaseAddress = options.BaseAddress;
        Requests = new RequestFactory(options.BaseAddress, options.Json);
        _resilience = ResilienceChain.Create(options, _telemetry);
    }

    public JsonEngine Json { get; }

    public Dialect Dialect { get; }

    public RequestFactory Requests { get; }

    public TimeProvider TimeProvider { get; }

    public long MaxResponseBytes { get; }

    /// <summary>The service's address, which ends in a slash.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Sends an operation.</summary>
    public async Task<OperationCall<T>> ExecuteAsync<T>(OperationRequest<T> request, CallSettings settings, bool keepHeaders, CancellationToken cancellationToken)
    {
        Dialect.Shape(request);
        var call = new OperationCall<T>(
            request, Requests.Create(request), keepHeaders, settings, RequestIdFor(settings), TimeProvider.GetTimestamp(), cancellationToken);
        await RunAsync(call).ConfigureAwait(false);
        if (Dialect.Advice.After(call.Value) is { } other)
        {
            _telemetry.OtherDialectFits(call, other);
        }

        return call;
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

    /// <summary>One span and one measurement, whatever becomes of the call and whichever forms it takes.</summary>
    private async Task RunAsync(Call call)
    {
        call.CancellationToken.ThrowIfCancellationRequested();
        using var activity = ContactsTelemetry.Start(call, BaseAddress);
        Exception? failure = null;
        try
        {
            try
            {
                await SendFormAsync(call).ConfigureAwait(false);
            }
            catch (ContactsException error) when (TimeProvider.GetElapsedTime(call.Started) < call.Settings.Timeout && call.OtherFormAfter(error, this) is { } other)
            {
                await SendOtherFormAsync(call, other, error).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }
        finally
        {
            _telemetry.Stop(activity, call, failure, TimeProvider.GetElapsedTime(call.Started), BaseAddress);
        }
    }

    /// <summary>Sends the call once in its other form; if that fails too, the first error surfaces.</summary>
    private async Task SendOtherFormAsync(Call call, OutgoingRequest other, ContactsException error)
    {
        var status = call.Status;
        call.FallBackTo(other);
        try
        {
            await SendFormAsync(call).ConfigureAwait(false);
        }
        catch (ContactsException)
        {
            call.Status = status;
            error.Attempts = call.Attempts;
            throw error;
        }
    }

    private async Task SendFormAsync(Call call)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.CancellationToken);
        context.Properties.Set(ResilienceChain.CallKey, call);
        try
        {
            await _resilience.ExecuteAsync(
                static (context, state) => state.Pipeline.AttemptAsync(state.Call, context.CancellationToken),
                context,
                (Pipeline: this, Call: call)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var failure = Outcome.Of(call, exception);
            if (!ReferenceEquals(failure, exception))
            {
                ExceptionDispatchInfo.Capture(failure).Throw();
            }

            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
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
