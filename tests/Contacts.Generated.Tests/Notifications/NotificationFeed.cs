using System.Globalization;
using System.Web;

namespace Contacts.Generated.Tests;

/// <summary>A list of notifications at a gateway, the newest first, served page by page.</summary>
internal sealed class NotificationFeed
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    public NotificationFeed() => Gateway.Otherwise = Answer;

    public FakeGateway Gateway { get; } = new();

    public static DateTimeOffset Noon { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Adds one on top; minutes after noon, or no time at all.</summary>
    public NotificationFeed Add(string id, double? minute, bool isRead = false) => Insert(0, id, minute, isRead);

    /// <summary>Adds one at a place of the list.</summary>
    public NotificationFeed Insert(int place, string id, double? minute, bool isRead = false)
    {
        lock (_lock)
        {
            _entries.Insert(place, new Entry(id, minute, isRead));
        }

        return this;
    }

    public void Dismiss(params string[] ids)
    {
        lock (_lock)
        {
            _entries.RemoveAll(entry => ids.Contains(entry.Id));
        }
    }

    private HttpResponseMessage Answer(SentRequest request)
    {
        if (request.Method != "GET")
        {
            return FakeGateway.Answer(204);
        }

        var query = HttpUtility.ParseQueryString(request.Address.Query);
        var (skip, limit) = (Number(query["skip"], 0), Number(query["limit"], 20));
        lock (_lock)
        {
            var page = _entries.Skip(skip).Take(limit).Select(Json);
            var hasMore = skip + limit < _entries.Count ? "true" : "false";
            return FakeGateway.Answer(200, $$"""{"data":[{{string.Join(",", page)}}],"has_more":{{hasMore}},"count":{{_entries.Count}}}""");
        }
    }

    private static int Number(string? text, int otherwise) => text is null ? otherwise : int.Parse(text, CultureInfo.InvariantCulture);

    private static string Json(Entry entry)
    {
        var time = entry.Minute is { } minute ? Noon.AddMinutes(minute).ToString("O", CultureInfo.InvariantCulture) : "";
        return $$"""{"id":"{{entry.Id}}","is_read":{{(entry.IsRead ? "true" : "false")}},"created_at":"{{time}}"}""";
    }

    private sealed record Entry(string Id, double? Minute, bool IsRead);
}
