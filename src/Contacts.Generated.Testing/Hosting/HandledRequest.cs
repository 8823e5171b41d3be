using Microsoft.AspNetCore.Http;

namespace Contacts.Generated.Testing;

/// <summary>A request that the emulator is done with.</summary>
/// <param name="Request">The request.</param>
/// <param name="Status">The status of the response; null if the connection ended before there was one.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record HandledRequest(EmulatorRequest Request, int? Status, TimeSpan Duration)
{
    public static HandledRequest Of(EmulatorRequest request, HttpContext context, TimeSpan duration)
    {
        var hasNone = !context.Response.HasStarted && context.RequestAborted.IsCancellationRequested;
        return new HandledRequest(request, hasNone ? null : context.Response.StatusCode, duration);
    }
}
