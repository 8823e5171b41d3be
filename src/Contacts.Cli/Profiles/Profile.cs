using System.Text.Json.Serialization;

namespace Contacts.Cli.Profiles;

/// <summary>A service, and as whom to call it, under a name. It is no record, whose text would show the secret.</summary>
internal sealed class Profile
{
    /// <summary>The address of the gateway, or the name of one of the vendor's.</summary>
    public required string Gateway { get; init; }

    public string? Organization { get; init; }

    /// <summary>An API key or an access token; null if a command prints it.</summary>
    public string? Secret { get; init; }

    /// <summary>A line for the shell that prints the secret; null if the secret is stored.</summary>
    public string? KeyCommand { get; init; }
}

/// <summary>The content of the file of profiles.</summary>
internal sealed class ProfileSet
{
    /// <summary>The name of the profile that is used when none is named.</summary>
    public string? Current { get; set; }

    public SortedDictionary<string, Profile> Profiles { get; init; } = new(StringComparer.Ordinal);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProfileSet))]
internal sealed partial class ProfileJson : JsonSerializerContext;
