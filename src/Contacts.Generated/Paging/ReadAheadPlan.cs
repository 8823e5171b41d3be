namespace Contacts.Generated;

/// <summary>Where the pages after the next one are likely to start. A wrong plan costs requests, never items.</summary>
internal sealed class ReadAheadPlan
{
    private int _lastCount;

    /// <summary>How far apart pages start: one less than a page brings, since pages overlap by one item. 0 for no reading ahead.</summary>
    public int Stride { get; private set; }

    /// <summary>No page is read ahead that would start at or after this position's last item.</summary>
    public long End { get; private set; }

    public void Pause() => Stride = 0;

    public void Update(in PageFacts page)
    {
        var isRegular = page.Count >= page.Limit || page.Count == _lastCount;
        var goesOn = page.GrandTotal is null
            ? page.HasMore != false && (page.Count >= page.Limit || (isRegular && page.HasMore == true))
            : page.TotalSaysMore && (isRegular || _lastCount == 0);
        Stride = goesOn && page.Count >= PagingRules.MinPageSize ? page.Count - 1 : 0;
        End = page.GrandTotal ?? long.MaxValue;
        _lastCount = page.Count;
    }
}
