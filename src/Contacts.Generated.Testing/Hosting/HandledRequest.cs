using Microsoft.AspNetCore.Http;

namespace Contacts.Generated.Testing;

/// <summary>A request that the emulator is done with.</summary>
/// <param name="Request">The request.</param>
/// <param name="Status">The status of the response; null if the connection was reset before there was one.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record HandledRequest(EmulatorRequest Request, int? Status, TimeSpan Duration)
{
    public static HandledRequest Of(EmulatorRequest request, HttpContext context, TimeSpan duration) => new(
        request, context.Response.HasStarted || !context.RequestAborted.IsCancellationRequested ? context.Response.StatusCode : null, duration);
}
