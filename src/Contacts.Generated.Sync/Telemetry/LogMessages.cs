using Microsoft.Extensions.Logging;

namespace Contacts.Generated.Sync;

/// <summary>Every log message of the mirror. Its README lists their event ids.</summary>
internal static partial class LogMessages
{
    // At most six values each, and a fixed level, as in the SDK.
    [LoggerMessage(
        1,
        LogLevel.Debug,
        "{Organization}: a slice read {Read} contacts: {Added} added, {Updated} updated, {Removed} removed (more to do: {MoreToDo})",
        EventName = "SliceEnded")]
    public static partial void SliceEnded(
        ILogger logger, string organization, int read, int added, int updated, int removed, bool moreToDo);

    [LoggerMessage(
        2,
        LogLevel.Debug,
        "{Organization}: another slice committed meanwhile, so this one gave way",
        EventName = "GaveWay")]
    public static partial void GaveWay(ILogger logger, string organization);

    [LoggerMessage(
        3,
        LogLevel.Information,
        "{Organization}: pass {Pass} is complete with {Contacts} contacts; the last change is {LastChange}",
        EventName = "PassCompleted")]
    public static partial void PassCompleted(ILogger logger, string organization, long pass, long contacts, long lastChange);

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "{Organization}: nothing was removed ({Reason}). {Explanation}",
        EventName = "RemovalBlocked")]
    public static partial void RemovalBlocked(ILogger logger, string organization, ContactsMirrorBlock reason, string? explanation);

    [LoggerMessage(
        5,
        LogLevel.Warning,
        "{Organization}: a slice failed with {Error}: {Explanation}. What was committed before remains; the next slice goes on there",
        EventName = "SliceFailed")]
    public static partial void SliceFailed(ILogger logger, string organization, string error, string explanation);

    [LoggerMessage(
        6,
        LogLevel.Information,
        "{Organization}: the stored position belongs to another gateway, organization or version of the library, so the list is read from "
        + "its start",
        EventName = "PositionDropped")]
    public static partial void PositionDropped(ILogger logger, string organization);

    [LoggerMessage(
        7,
        LogLevel.Warning,
        "{Organization}: {Count} contacts that the list did not show could not be looked up. They stay until the next pass",
        EventName = "LookupFailed")]
    public static partial void Undecided(ILogger logger, string organization, int count);
}
