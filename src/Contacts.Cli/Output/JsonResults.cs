using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Contacts.Cli.Output;

/// <summary>One indented JSON document, or what a query chooses of it.</summary>
internal sealed class JsonResults(Stream output, JsonQuery? query) : Results
{
    public override Task OneAsync<T>(T value, string? sentence = null) => WriteAsync(value);

    public override Task ListAsync<TResponse, TItem>(
        TResponse response, IReadOnlyList<TItem> items, IReadOnlyList<Column<TItem>> columns) =>
        WriteAsync(response);

    public override ItemSink<T> Begin<T>(IReadOnlyList<Column<T>> columns) =>
        query is null ? new JsonSink<T>(output) : new QueriedSink<T>(this);

    private async Task WriteAsync<T>(T value)
    {
        if (query is null)
        {
            await WriteJsonAsync(value);
            return;
        }

        var chosen = query.Apply(ModelJson.ToElement(value));
        await (chosen.ValueKind == JsonValueKind.String
            ? output.WriteAsync(Encoding.UTF8.GetBytes(chosen.GetString() + "\n")).AsTask()
            : WriteJsonAsync(chosen));
    }

    private async Task WriteJsonAsync<T>(T value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(buffer, ModelJson.WriterOptions(indented: true)))
        {
            ModelJson.Write(writer, value);
        }

        buffer.Write("\n"u8);
        await output.WriteAsync(buffer.WrittenMemory);
    }

    /// <summary>A query sees the whole list, so all of it is read first.</summary>
    private sealed class QueriedSink<T>(JsonResults results) : ItemSink<T>
    {
        private readonly JsonArray _items = [];

        public override Task AddAsync(IReadOnlyList<T> items)
        {
            foreach (var item in items)
            {
                _items.Add(JsonSerializer.SerializeToNode(ModelJson.ToElement(item)));
            }

            return Task.CompletedTask;
        }

        public override Task CompleteAsync() =>
            results.WriteAsync(JsonSerializer.SerializeToElement(new JsonObject { ["data"] = _items }));
    }
}

/// <summary>The items in <c>data</c> of one object, as in a page of the service, so that the same filter works on both.</summary>
internal sealed class JsonSink<T> : ItemSink<T>
{
    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _writer;

    public JsonSink(Stream output)
    {
        _output = output;
        _writer = new Utf8JsonWriter(_buffer, ModelJson.WriterOptions(indented: true));
        _writer.WriteStartObject();
        _writer.WriteStartArray("data");
    }

    public override Task AddAsync(IReadOnlyList<T> items)
    {
        foreach (var item in items)
        {
            ModelJson.Write(_writer, item);
        }

        return WriteOutAsync();
    }

    public override async Task CompleteAsync()
    {
        _writer.WriteEndArray();
        _writer.WriteEndObject();
        await WriteOutAsync();
        await _output.WriteAsync("\n"u8.ToArray());
    }

    public override async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task WriteOutAsync()
    {
        await _writer.FlushAsync();
        await _output.WriteAsync(_buffer.WrittenMemory);
        _buffer.ResetWrittenCount();
    }
}
