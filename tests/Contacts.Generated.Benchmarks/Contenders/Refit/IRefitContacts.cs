using Contacts.Generated.Benchmarks.Contenders.Raw;
using Refit;

namespace Contacts.Generated.Benchmarks.Contenders.Refit;

/// <summary>The operations as Refit wants them.</summary>
internal interface IRefitContacts
{
    [Get("/contacts")]
    Task<RawPage> ListAsync(int limit, int skip);

    [Get("/contacts/{id}")]
    Task<RawEnvelope> GetAsync(string id);

    [Put("/contacts/{id}")]
    Task<RawContact> UpdateAsync(string id, [Body] RawUpdate input);
}
