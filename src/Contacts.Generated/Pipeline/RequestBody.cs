namespace Contacts.Generated;

/// <summary>The value that a call sends as JSON.</summary>
internal abstract class RequestBody
{
    public abstract byte[] Write(JsonEngine engine);
}

/// <summary>The value that a call sends as JSON, by its type in the contract.</summary>
internal sealed class RequestBody<T>(T value) : RequestBody
{
    public T Value { get; } = value;

    public override byte[] Write(JsonEngine engine) => engine.Write(Value);
}
