using System.Buffers;
using Newtonsoft.Json;

namespace Contacts.Generated;

/// <summary>Lends Newtonsoft.Json its character buffers from the shared pool.</summary>
internal sealed class JsonCharPool : IArrayPool<char>
{
    public static JsonCharPool Shared { get; } = new();

    public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

    public void Return(char[]? array)
    {
        if (array is not null)
        {
            ArrayPool<char>.Shared.Return(array);
        }
    }
}
