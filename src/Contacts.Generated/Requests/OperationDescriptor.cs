namespace Contacts.Generated;

/// <summary>What the contract says about one operation.</summary>
internal abstract class OperationDescriptor(string name, HttpMethod method, string path)
{
    /// <summary>The operation's name, as in the contract.</summary>
    public string Name { get; } = name;

    public HttpMethod Method { get; } = method;

    public PathTemplate Path { get; } = new(path);

    /// <summary>Whether sending it twice has the same effect as sending it once: true for every method but POST and PATCH.</summary>
    public bool IsIdempotent { get; } = method != HttpMethod.Post && method.Method != "PATCH";
}

/// <summary>What the contract says about one operation, and how its response is read.</summary>
internal sealed class OperationDescriptor<T>(string name, HttpMethod method, string path, ResponseReader<T> reader)
    : OperationDescriptor(name, method, path)
{
    public ResponseReader<T> Reader { get; } = reader;
}
