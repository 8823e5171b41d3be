using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace Contacts.Generated.Tests;

/// <summary>
/// One value that cannot be read, anywhere below an item or beside the items of a page, hides neither the item nor the page.
/// </summary>
public sealed class SpoiltValueTests
{
    /// <summary>Stands in a document where the spoilt value will.</summary>
    private const string Place = "$here";

    /// <summary>Is in some of the values, so that it can be found again in what is written.</summary>
    private const string Mark = "$spoilt";

    /// <summary>Answers with items, and the member that has them.</summary>
    private static readonly (string Operation, JsonNode Answer, string Items)[] _lists =
    [
        .. from example in Contract.Examples
           where !example.IsRequest
           let given = JsonNode.Parse(example.Json)
           let answer = given is JsonArray ? new JsonObject { ["items"] = given } : given
           from items in (string[])["data", "items"]
           where answer[items] is JsonArray { Count: > 0 }
           select (example.Operation, answer, items),
    ];

    private static readonly string[] _operations = [.. _lists.Select(list => list.Operation).Distinct()];

    private static readonly byte[][] _values =
    [
        .. new[]
        {
            "null", "true", "false", "0", "-1", "1.5", "2147483648", "9223372036854775808", "1e999", "123456789012345678901234567890123",
            "\"\"", "\" \"", "\"yes\"", "\"17\"",
            "\"Invalid date\"", "\"0001-01-01T00:00:00+13:00\"", "\"2026-13-45T00:00:00Z\"", "1767323045678", "\"Ana \\ud83d\"",
            "\"\\udc00x\"", "[]", "{}", "[null]", "[5]", "[[]]",
            "[{\"_id\":\"lab_1\",\"name\":\"vip\"}]", "{\"$spoilt\":1}", "[{\"$spoilt\":1}]", "[\"$spoilt\",null,{}]",
            "{\"id\":{\"$spoilt\":null}}", "{\"\\ud83d\":\"$spoilt\"}",
        }.Select(Encoding.UTF8.GetBytes),
        [(byte)'"', 0xC3, 0x28, (byte)'"'],
        [(byte)'"', (byte)'a', 0xFF, (byte)'\\', (byte)'n', (byte)'"'],
        [.. "{\"$spoilt\":\""u8, 0xE2, 0x82, (byte)'"', (byte)'}'],
    ];

    private static readonly Gen<byte[]> _spoilt = Gen.Select(
        Gen.Int[0, _values.Length - 1], Gen.Int[0, 100], Gen.Bool, Gen.Bool, (value, depth, isNested, inLists) =>
            isNested ? Nest(_values[value], depth, inLists) : _values[value]);

    [Fact]
    public void Every_operation_that_gives_items_is_tried() =>
        _operations.Should().BeEquivalentTo(
            ContactsOperations.List, ContactsOperations.Search, ContactsOperations.GetConversations, ContactsOperations.GetComments,
            ContactsOperations.GetMessageComments, ContactsOperations.GetFiles, ContactsOperations.GetActivities,
            ContactsOperations.ListNotifications);

    [Fact]
    public async Task A_value_below_an_item_hides_no_item()
    {
        var cases = Gen.Select(Gen.Int[0, _lists.Length - 1], Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], _spoilt);

        await cases.SampleAsync(
            async (list, item, value, spoilt) =>
            {
                var (operation, answer, items) = _lists[list];
                answer = answer.DeepClone();
                var spoiltItem = item % answer[items]!.AsArray().Count;
                var places = PlacesBelow(answer[items]![spoiltItem]!).ToList();
                places[value % places.Count].ReplaceWith(Place);

                await CheckAsync(operation, answer, items, spoilt, spoiltItem);
            },
            iter: 2000,
            threads: 1);
    }

    [Fact]
    public async Task A_number_or_a_flag_of_a_page_hides_nothing()
    {
        var pages = _lists.Where(list => list.Answer.AsObject().Any(IsBeside(list.Items))).ToList();
        var cases = Gen.Select(Gen.Int[0, pages.Count - 1], Gen.Int[0, int.MaxValue], _spoilt);

        await cases.SampleAsync(
            async (page, member, spoilt) =>
            {
                var (operation, answer, items) = pages[page];
                answer = answer.DeepClone();
                var beside = answer.AsObject().Where(IsBeside(items)).ToList();
                answer[beside[member % beside.Count].Key] = Place;

                await CheckAsync(operation, answer, items, spoilt, spoiltItem: -1);
            },
            iter: 500,
            threads: 1);

        static Func<KeyValuePair<string, JsonNode?>, bool> IsBeside(string items) => member => member.Key != items;
    }

    [Fact]
    public async Task Nor_does_a_value_a_hundred_comments_deep()
    {
        var comment = _lists.First(list => list.Operation == ContactsOperations.GetComments);
        var cases = Gen.Select(Gen.Int[0, 100], Gen.Int[0, int.MaxValue], Gen.Int[0, _values.Length - 1]);

        await cases.SampleAsync(
            async (depth, value, spoilt) =>
            {
                var answer = comment.Answer.DeepClone();
                var places = PlacesBelow(answer[comment.Items]![0]!).ToList();
                places[value % places.Count].ReplaceWith(Place);
                var inner = answer[comment.Items]![0]!.DeepClone();
                for (; depth > 0; depth--)
                {
                    inner = new JsonObject { ["_id"] = "msg_outer", ["comments"] = new JsonArray(inner) };
                }

                await CheckAsync(ContactsOperations.GetComments, new JsonObject { [comment.Items] = new JsonArray(inner) }, comment.Items,
                    _values[spoilt], spoiltItem: 0);
            },
            iter: 500,
            threads: 1);
    }

    private static async Task CheckAsync(string operation, JsonNode answer, string items, byte[] spoilt, int spoiltItem)
    {
        var ids = answer[items]!.AsArray().Select(item => (string?)(item!["id"] ?? item["_id"])).ToList();
        var body = Fill(answer.ToJsonString(), spoilt);
        var shown = Encoding.UTF8.GetString(body);

        var written = new List<string>();
        foreach (var engine in Enum.GetValues<Engine>())
        {
            var value = await OperationCalls.All[operation](FakeGateway.Answering(body).Client(engine));

            var read = IdsOf(value);
            read.Should().HaveSameCount(ids, "every item of {0} comes back", shown);
            for (var index = 0; index < ids.Count; index++)
            {
                if (ids[index] != Place)
                {
                    read[index].Should().Be(ids[index], "of {0}", shown);
                }
                else if (spoilt[0] is (byte)'{' or (byte)'[' || shown.Contains('\uFFFD')
                    || shown.Contains("\\ud83d", StringComparison.Ordinal))
                {
                    (index, read[index]).Should().Be((spoiltItem, ""), "of {0}", shown);
                }
            }

            foreach (var writer in Enum.GetValues<Engine>())
            {
                var text = writer.WriteAnswer(value);
                text.ShouldHaveNoNameTwice();
                if (spoiltItem < 0 && value is IEnumerable<object>)
                {
                    // What stands beside the items of a bare list is read for paging alone.
                    continue;
                }

                Occurrences(text)
                    .Should().Be(Occurrences(shown), "a value that cannot be read is written again in {0}, read from {1}", text, shown);
                written.Add(text);
            }
        }

        written.ForEach(text => text.ShouldBeJson(written[0], shown));
    }

    private static int Occurrences(string text) => text.Split(Mark).Length - 1;

    private static List<string> IdsOf(object value) =>
        [.. ((IEnumerable<object>)(value.GetType().GetProperty("Data")?.GetValue(value) ?? value))
            .Select(item => (string)item.GetType().GetProperty("Id")!.GetValue(item)!)];

    private static byte[] Fill(string json, byte[] spoilt)
    {
        var place = json.IndexOf('"' + Place + '"', StringComparison.Ordinal);
        return [.. Encoding.UTF8.GetBytes(json[..place]), .. spoilt, .. Encoding.UTF8.GetBytes(json[(place + Place.Length + 2)..])];
    }

    private static byte[] Nest(byte[] value, int depth, bool inLists) =>
    [
        .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(inLists ? "[" : "{\"a\":", depth))),
        .. value,
        .. Encoding.UTF8.GetBytes(new string(inLists ? ']' : '}', depth)),
    ];

    private static IEnumerable<JsonNode> PlacesBelow(JsonNode node) => node switch
    {
        JsonObject members =>
            members.Where(member => member.Value is not null).SelectMany(member => PlacesBelow(member.Value!).Prepend(member.Value!)),
        JsonArray list => list.Where(item => item is not null).SelectMany(item => PlacesBelow(item!).Prepend(item!)),
        _ => [],
    };
}
