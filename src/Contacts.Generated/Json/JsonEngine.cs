namespace Contacts.Generated;

/// <summary>The one seam between the SDK and a JSON library.</summary>
internal abstract class JsonEngine
{
    /// <summary>How deep a document may nest, in both libraries.</summary>
    public const int MaxDepth = 64;

    /// <summary>The engine of this target: System.Text.Json on modern .NET, Newtonsoft.Json on .NET Framework and its like.</summary>
    public static JsonEngine Default { get; } =
#if NET8_0_OR_GREATER
        new SystemTextJsonEngine();
#else
        new NewtonsoftEngine(configure: null);
#endif

    /// <summary>Reads one JSON document.</summary>
    /// <exception cref="JsonReadException">It is no JSON, too deep, or of another shape.</exception>
    public abstract T? Read<T>(ReadOnlyMemory<byte> utf8);

    /// <summary>Writes a value as UTF-8.</summary>
    public abstract byte[] Write<T>(T value);
}
