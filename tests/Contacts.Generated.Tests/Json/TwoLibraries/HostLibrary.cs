namespace Contacts.Generated.Tests;

/// <summary>The ways in which an application of a user's own reads and writes JSON.</summary>
public enum HostLibrary
{
    /// <summary>System.Text.Json as it comes.</summary>
    SystemTextJson,

    /// <summary>As ASP.NET Core sets System.Text.Json up: camel case, names in any letters, numbers from texts; by reflection.</summary>
    SystemTextJsonWeb,

    /// <summary>As an application with snake case and without nulls sets it up.</summary>
    SystemTextJsonNaming,

    /// <summary>As an application that reads unknown members as nodes sets it up.</summary>
    SystemTextJsonNodes,

    /// <summary>An application's own source generation, chained to the SDK's.</summary>
    SystemTextJsonSourceGenerated,

    /// <summary>Newtonsoft.Json as it comes: texts that look like times become times.</summary>
    Newtonsoft,

    /// <summary>With camel case, which also renames the keys of dictionaries.</summary>
    NewtonsoftCamelCase,

    /// <summary>Without nulls.</summary>
    NewtonsoftWithoutNulls,
}
