using System.Buffers;
using System.Text.Json;

namespace Contacts.Cli.Output;

/// <summary>One indented JSON document.</summary>
internal sealed class JsonResults(Stream output) : Results
{
    public override Task OneAsync<T>(T value, string? sentence = null) => WriteAsync(value);

    public override Task ListAsync<TResponse, TItem>(
        TResponse response, IReadOnlyList<TItem> items, IReadOnlyList<Column<TItem>> columns) =>
        WriteAsync(response);

    public override ItemSink<T> Begin<T>(IReadOnlyList<Column<T>> columns) => new JsonSink<T>(output);

    private async Task WriteAsync<T>(T value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(buffer, ModelJson.WriterOptions(indented: true)))
        {
            ModelJson.Write(writer, value);
        }

        buffer.Write("\n"u8);
        await output.WriteAsync(buffer.WrittenMemory);
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
