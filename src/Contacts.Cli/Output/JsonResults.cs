using System.Buffers;
using System.Text.Json;

namespace Contacts.Cli.Output;

/// <summary>One indented JSON document.</summary>
internal sealed class JsonResults(Stream output) : Results
{
    public override Task OneAsync<T>(T value, string? sentence = null) => WriteAsync(value);

    public override Task ListAsync<TAnswer, TItem>(TAnswer answer, IReadOnlyList<TItem> items, IReadOnlyList<Column<TItem>> columns) => WriteAsync(answer);

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
