using Microsoft.AspNetCore.Http;

namespace Contacts.Generated.Testing;

/// <summary>The request that a fault hits.</summary>
/// <param name="Http">The server's side of it.</param>
/// <param name="Operation">The operation that it asks for.</param>
/// <param name="Answer">Does the request and makes its answer.</param>
/// <param name="Ended">Cancelled when the client leaves or the emulator is disposed.</param>
internal sealed record FaultContext(HttpContext Http, string Operation, Func<Reply> Answer, CancellationToken Ended);
