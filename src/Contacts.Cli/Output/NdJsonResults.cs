using System.Buffers;
using System.Text.Json;

namespace Contacts.Cli.Output;

/// <summary>One JSON object per line.</summary>
internal sealed class NdJsonResults(Stream output, JsonQuery? query = null) : Results
{
    public override Task OneAsync<T>(T value, string? sentence = null) => WriteAsync([value]);

    public override Task ListAsync<TResponse, TItem>(
        TResponse response, IReadOnlyList<TItem> items, IReadOnlyList<Column<TItem>> columns) =>
        WriteAsync(items);

    public override ItemSink<T> Begin<T>(IReadOnlyList<Column<T>> columns) => new NdJsonSink<T>(output, query);

    private async Task WriteAsync<T>(IReadOnlyList<T> items)
    {
        await using var sink = new NdJsonSink<T>(output, query);
        await sink.AddAsync(items);
    }
}

/// <summary>One line per item. Each part is written at once, so that a killed process leaves only whole lines in a file.</summary>
internal sealed class NdJsonSink<T>(Stream output, JsonQuery? query) : ItemSink<T>
{
    public override async Task AddAsync(IReadOnlyList<T> items)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using var writer = new Utf8JsonWriter(buffer, ModelJson.WriterOptions(indented: false));
        foreach (var item in items)
        {
            if (query is null)
            {
                ModelJson.Write(writer, item);
            }
            else
            {
                query.Apply(ModelJson.ToElement(item)).WriteTo(writer);
            }

            await writer.FlushAsync();
            buffer.Write("\n"u8);
            writer.Reset();
        }

        await output.WriteAsync(buffer.WrittenMemory);
    }
}
