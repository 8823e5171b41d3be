using System.Text.Json.Serialization;

namespace Contacts.Generated;

// The name and the address: the reference has them on top, the web application inside "content".
public partial class ContactFile
{
    /// <summary>The file's name: its caption, with its extension unless that is unknown or part of it already. Null if the service sent none.</summary>
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

    /// <summary>Where the file can be downloaded. Null if the service sent none.</summary>
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
