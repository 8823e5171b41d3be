using Microsoft.AspNetCore.Http;

namespace Contacts.Generated.Testing;

/// <summary>The request that a fault affects.</summary>
/// <param name="Http">The request as the server sees it.</param>
/// <param name="Operation">The operation that was requested.</param>
/// <param name="Answer">Carries out the request and makes the reply.</param>
/// <param name="Ended">Cancelled when the client disconnects or the emulator is disposed.</param>
internal sealed record FaultContext(HttpContext Http, string Operation, Func<Reply> Answer, CancellationToken Ended);
