using System.Runtime.ExceptionServices;

namespace Contacts.Generated;

/// <summary>
/// The path that every call takes: operation, dialect, span, deadline, [ limiter, attempt: credential, your handlers, HTTP, status, body,
/// value ], again? It knows no operation by name; what differs between calls is data.
/// </summary>
internal sealed class ContactsPipeline(PipelineOptions options, Transport transport)
{
    private readonly RequestFactory _requests = new(options.BaseAddress, options.ServicePath, options.Json, options.TimeProvider);
    private readonly RetryPolicy _retries = new(options);
    private readonly Admission _admission = new(options, new RetryPolicy(options));

    public PipelineOptions Options => options;

    /// <summary>Prepares the call of an operation, written in the client's dialect.</summary>
    public OperationCall<T> Prepare<T>(
        OperationRequest<T> operation, CallSettings settings, bool keepHeaders, CancellationToken cancellationToken)
    {
        options.Dialect.Shape(operation);
        return new OperationCall<T>(options, _requests, operation, keepHeaders, settings, cancellationToken);
    }

    /// <summary>Sends the caller's own request and returns its response unread.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CallSettings settings, CancellationToken cancellationToken)
    {
        var custom = await CustomRequest.CreateAsync(request, options.BaseAddress, options.ServicePath).ConfigureAwait(false);
        var call = new CustomCall(options, custom, settings, cancellationToken);
        await RunAsync(call).ConfigureAwait(false);
        return call.Response!;
    }

    /// <summary>
    /// Runs a call with one span and one measurement, however it ends. Failures are passed up as values and thrown once, here.
    /// </summary>
#if NET8_0_OR_GREATER
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
#endif
    public async ValueTask RunAsync(Call call)
    {
        call.CancellationToken.ThrowIfCancellationRequested();
        using var activity = ContactsTelemetry.Start(call, options.BaseAddress);
        var failure = await LoopAsync(call).ConfigureAwait(false);
        if (failure is ContactsException error && IsInTime(call) && call.FallbackAfter(error) is { } fallback)
        {
            failure = await RunFallbackAsync(call, fallback, error).ConfigureAwait(false);
        }

        options.Telemetry.Stop(activity, call, failure, options.TimeProvider.GetElapsedTime(call.Started), options.BaseAddress);
        if (failure is not null)
        {
            ExceptionDispatchInfo.Capture(failure).Throw();
        }

        if (options.Dialect.SuggestAfter(call.ResponseValue) is { } better)
        {
            options.Telemetry.OtherDialectFits(call, better);
        }
    }

    /// <summary>Makes attempts until one succeeds or a failure is not worth another.</summary>
    /// <returns>Why the call failed; null if it succeeded.</returns>
#if NET8_0_OR_GREATER
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<Exception?> LoopAsync(Call call)
    {
        try
        {
            while (true)
            {
                if (!_admission.IsFree(call) && await _admission.EnterAsync(call).ConfigureAwait(false) is { } refused)
                {
                    return CallErrors.Surface(call, refused);
                }

                var failure = await new Attempt(options, transport, _admission, call).RunAsync().ConfigureAwait(false);
                if (failure is null)
                {
                    return null;
                }

                if (_retries.WaitAfter(call, failure) is not { } wait)
                {
                    return CallErrors.Surface(call, failure);
                }

                options.Telemetry.Retrying(call, wait.Time, wait.Reason);
                call.Skipped += await options.PauseAsync(wait.Time, call.CancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            // The caller cancelled during a wait, or an application's logger or a test's replaced wait threw.
            return CallErrors.Surface(call, exception);
        }
    }

    /// <summary>Sends the fallback request once; if that fails too, the first error is reported.</summary>
    private async ValueTask<Exception?> RunFallbackAsync(Call call, PipelineRequest fallback, ContactsException error)
    {
        var status = call.Status;
        call.FallBackTo(fallback);
        var failure = await LoopAsync(call).ConfigureAwait(false);
        if (failure is not ContactsException)
        {
            return failure;
        }

        call.Status = status;
        error.Attempts = call.Attempts;
        return error;
    }

    private bool IsInTime(Call call) => options.TimeProvider.GetElapsedTime(call.Started) < call.Settings.Timeout;
}
