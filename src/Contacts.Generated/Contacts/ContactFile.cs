using System.Text.Json.Serialization;

namespace Contacts.Generated;

// Name and address: at the top level in the vendor's reference, inside "content" in the web application.
public partial class ContactFile
{
    /// <summary>
    /// The file's name: its caption, with the extension added unless it is unknown or already there. Null if the service sent none.
    /// </summary>
    [Newtonsoft.Json.JsonIgnore]
    [JsonIgnore, JsonPropertyName("$.Name")]
    public string? Name
    {
        get => NameOf(Content);
        set
        {
            Content ??= new ContactFileContent();
            Content.Caption = value;
            Content.Extension = null;
        }
    }

    /// <summary>The address to download the file from. Null if the service sent none.</summary>
    [Newtonsoft.Json.JsonIgnore]
    [JsonIgnore, JsonPropertyName("$.Url")]
    public string? Url
    {
        get => Content?.Url;
        set => (Content ??= new ContactFileContent()).Url = value;
    }

    partial void OnRead()
    {
        if (_state.Fields is null)
        {
            return;
        }

        if (string.IsNullOrEmpty(Content?.Caption) && _state.Fields.TakeAs<string>("name") is { } name)
        {
            (Content ??= new ContactFileContent()).Caption = name;
        }

        if (string.IsNullOrEmpty(Content?.Url) && _state.Fields.TakeAs<string>("url") is { } url)
        {
            (Content ??= new ContactFileContent()).Url = url;
        }
    }

    private static string? NameOf(ContactFileContent? content)
    {
        var caption = content?.Caption;
        var extension = content?.Extension;
        return string.IsNullOrEmpty(caption) || string.IsNullOrEmpty(extension)
            || string.Equals(extension, "unknown", StringComparison.OrdinalIgnoreCase)
            || caption!.EndsWith("." + extension, StringComparison.OrdinalIgnoreCase)
            ? caption
            : caption + "." + extension;
    }
}
