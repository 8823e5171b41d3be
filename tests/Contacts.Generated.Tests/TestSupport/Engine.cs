namespace Contacts.Generated.Tests;

/// <summary>The two JSON libraries that a client can read and write with.</summary>
public enum Engine
{
    SystemTextJson,
    Newtonsoft,
}
