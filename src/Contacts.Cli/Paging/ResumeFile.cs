using System.Text.Json;
using Contacts.Cli.Failures;

namespace Contacts.Cli.Paging;

/// <summary>Remembers how far the output of a list is. It is replaced as a whole, so that a kill leaves the old or the new one.</summary>
internal sealed class ResumeFile(string path)
{
    private const string Member = "continuation";

    /// <summary>Where to go on; null to begin at the beginning.</summary>
    public string? Read()
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.GetProperty(Member).GetString() ?? throw NotOurs();
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw NotOurs();
        }
    }

    public void Write(string continuation)
    {
        var temporary = path + ".tmp";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            using (var writer = new Utf8JsonWriter(file))
            {
                writer.WriteStartObject();
                writer.WriteString(Member, continuation);
                writer.WriteEndObject();
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    public void Delete() => File.Delete(path);

    private static UsageException NotOurs() => new("The file of --resume was not written by this command: give another one, or delete it to begin at the beginning.");
}
