namespace Contacts.Generated.Benchmarks.Contenders.Raw;

/// <summary>
/// The loop that the vendor's SDKs imply: skip and limit, one page after the other. Raw, so no other such loop is faster.
/// </summary>
internal sealed class SequentialContender(Uri gateway) : RawContender(gateway)
{
    public override async IAsyncEnumerable<string?> ListAllAsync(int total)
    {
        for (var skip = 0; ; skip += Samples.PageSize)
        {
            var page = await PageAsync(skip);
            foreach (var contact in page.Data)
            {
                yield return contact.Id;
            }

            if (page.HasMore != true)
            {
                yield break;
            }
        }
    }
}
