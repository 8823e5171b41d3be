namespace Contacts.Generated;

/// <summary>Whether the code runs in a browser (Blazor WebAssembly), which manages connections and decompresses responses itself.</summary>
internal static class Browser
{
#if NET8_0_OR_GREATER
    public static bool IsHost { get; } = OperatingSystem.IsBrowser();
#else
    public static bool IsHost => false;
#endif
}
