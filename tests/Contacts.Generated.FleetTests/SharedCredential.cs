using Microsoft.Extensions.Caching.Hybrid;
using StackExchange.Redis;

namespace Contacts.Generated.FleetTests;

/// <summary>A token in a cache that all processes share. When it is refused, one process asks for another, and the others wait.</summary>
public sealed class SharedCredential(HybridCache cache, IDatabase redis, Func<CancellationToken, Task<string>> requestToken)
{
    private const string Key = "contacts:token";

    // The client keeps the token itself. So only the shared cache is read, and the cache must not fill itself.
    private static readonly HybridCacheEntryOptions _readOnly = new()
    {
        Flags = HybridCacheEntryFlags.DisableLocalCache | HybridCacheEntryFlags.DisableUnderlyingData,
    };

    private readonly string _process = Guid.NewGuid().ToString();

    public async ValueTask<string> GetAsync(ContactsCredentialContext context, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await ReadAsync(context, cancellationToken) is { } token)
            {
                return token;
            }

            if (await redis.LockTakeAsync(Key + ":lock", _process, TimeSpan.FromSeconds(30)))
            {
                try
                {
                    return await ReadAsync(context, cancellationToken) ?? await RenewAsync(cancellationToken);
                }
                finally
                {
                    await redis.LockReleaseAsync(Key + ":lock", _process);
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }

    /// <summary>The token in the cache, unless it is the one that was refused.</summary>
    private async ValueTask<string?> ReadAsync(ContactsCredentialContext context, CancellationToken cancellationToken)
    {
        var token = await cache.GetOrCreateAsync(Key, _ => ValueTask.FromResult<string?>(null), _readOnly, null, cancellationToken);
        return token == context.RefusedSecret ? null : token;
    }

    private async ValueTask<string> RenewAsync(CancellationToken cancellationToken)
    {
        var token = await requestToken(cancellationToken);
        await cache.SetAsync(Key, token, new() { Expiration = TimeSpan.FromMinutes(50) }, null, cancellationToken);
        return token;
    }
}
