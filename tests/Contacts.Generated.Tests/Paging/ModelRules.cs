namespace Contacts.Generated.Tests;

internal enum SaysMore
{
    Truth,
    Never,

    /// <summary>total ≥ skip + limit: true once too often when a page ends exactly at the end.</summary>
    OnceTooOften,
    UnlessEmpty,

    /// <summary>Reckoned with the limit that was asked for, though fewer were sent: false too early.</summary>
    ByLimitAskedFor,
}

internal enum SaysTotal
{
    Grand,
    LengthOfPage,
    Nothing,

    /// <summary>Any number, as of a count that is cached or of another query.</summary>
    Nonsense,
}

/// <summary>What becomes of an item because the reader received it.</summary>
internal enum ReaderDoes
{
    Nothing,
    MovesEachToTheEnd,
    MovesEachToTheTop,
    MovesEachDownByOne,
    MovesEachUpByOne,
    MovesTheLastDownByOne,
    MovesTheLastToTheEnd,
    MovesEachToTheEndBackwards,
    MovesSomeAnywhere,
    RemovesEach,
}

/// <summary>How a model server behaves. Every number of it is drawn by the property tests.</summary>
internal sealed record ModelRules
{
    public int Items { get; init; } = 25;

    public int PageSize { get; init; } = 10;

    public int MaxPagesInFlight { get; init; } = 1;

    public int Skip { get; init; }

    public int Cap { get; init; } = int.MaxValue;

    public int CapFromRequest { get; init; }

    /// <summary>The cap from <see cref="CapFromRequest"/> on.</summary>
    public int LaterCap { get; init; } = int.MaxValue;

    public int ShortPercent { get; init; }

    /// <summary>The least number of items that a page is cut to: 1 or 2.</summary>
    public int ShortestPage { get; init; } = 2;

    public int EmptyPercent { get; init; }

    public int IdlessPercent { get; init; }

    /// <summary>How many changes there are in all; each comes before some request.</summary>
    public int Changes { get; init; }

    public bool Inserts { get; init; } = true;

    public bool Removes { get; init; } = true;

    public bool Moves { get; init; }

    public ReaderDoes Reader { get; init; }

    public int RateLimitPercent { get; init; }

    public SaysMore More { get; init; }

    public SaysTotal Total { get; init; }

    public int Seed { get; init; }
}
