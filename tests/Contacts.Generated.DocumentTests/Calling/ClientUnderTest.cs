using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Contacts.Generated.DocumentTests.Corpus;

namespace Contacts.Generated.DocumentTests.Calling;

/// <summary>A compiled client, loaded beside this process's own code, called by the names of the wire.</summary>
internal sealed class ClientUnderTest : IDisposable
{
    private readonly ClientContext _context = new();
    private readonly Assembly _assembly;
    private readonly ArgumentReader _arguments;
    private readonly JsonSerializerOptions _json;

    public ClientUnderTest(byte[] assembly)
    {
        using var stream = new MemoryStream(assembly);
        _assembly = _context.LoadFromStream(stream);
        var models = (IJsonTypeInfoResolver)Type("ContactsJson").GetProperty("TypeInfoResolver")!.GetValue(null)!;
        _json = new JsonSerializerOptions
        {
            // A map or a list of plain values is none of the models.
            TypeInfoResolver = JsonTypeInfoResolver.Combine(models, new DefaultJsonTypeInfoResolver()),
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        _arguments = new ArgumentReader(_assembly, models);
    }

    /// <summary>Calls an operation, or the case's C#.</summary>
    /// <param name="transcript">Says which.</param>
    /// <param name="wire">The other end.</param>
    /// <param name="newtonsoft">Whether to read and write with Newtonsoft.Json.</param>
    /// <returns>The result, and how both libraries write it again; null if there is none.</returns>
    public async Task<Result?> CallAsync(Transcript transcript, Wire wire, bool newtonsoft)
    {
        var client = CreateClient(transcript.Options, wire, newtonsoft);
        var (method, arguments) = transcript.Call is null
            ? (Type("Caller").GetMethod("CallAsync", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!, [client])
            : _arguments.Find(client, transcript.Call);
        var task = (Task)Invoke(method, method.IsStatic ? null : client, arguments)!;
        await task;
        return method.ReturnType.IsGenericType
            ? Read(task.GetType().GetProperty("Result")!.GetValue(task), method.ReturnType.GetGenericArguments()[0])
            : null;
    }

    public void Dispose() => _context.Unload();

    private object CreateClient(IReadOnlyList<string> given, Wire wire, bool newtonsoft)
    {
        var options = Activator.CreateInstance(Type("ContactsClientOptions"))!;
        options.GetType().GetProperty("GatewayUrl")!.SetValue(options, new Uri("https://api.example"));
        foreach (var (name, value) in given.Select(static one => one.Split('=', 2)).Select(static pair => (pair[0], pair[1])))
        {
            if (name == "Basic")
            {
                var login = value.Split(':', 2);
                var basic = Invoke(Type("ContactsCredential").GetMethod("Basic")!, null, [login[0], login[1]]);
                options.GetType().GetProperty("Credential")!.SetValue(options, basic);
            }
            else
            {
                options.GetType().GetProperty(name)!.SetValue(options, value);
            }
        }

        if (newtonsoft)
        {
            Invoke(options.GetType().GetMethod("UseNewtonsoftJson")!, options, [null]);
        }

        try
        {
            return Activator.CreateInstance(Type("ContactsClient"), options, new HttpClient(wire))!;
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }

    private Result Read(object? value, Type declared)
    {
        if (value is null)
        {
            return new(null, "null", "null");
        }

        if (value is JsonNode or string && declared == typeof(object))
        {
            var text = value.ToString();
            return new(value, text!, text!);
        }

        if (declared.Name.EndsWith("Result", StringComparison.Ordinal) && declared.GetProperty("Status") is { } status
            && declared.GetProperties().FirstOrDefault(member => member != status && member.GetValue(value) is not null) is { } decided)
        {
            // The status decides which member is set.
            return Read(decided.GetValue(value), decided.PropertyType);
        }

        if (StreamOf(value) is { } content)
        {
            using var reader = new StreamReader(content);
            var text = string.Join(' ', Facts(value).Append(reader.ReadToEnd()));
            return new(value, text, text);
        }

        var type = declared == typeof(object) ? value.GetType() : declared;
        var json = JsonSerializer.Serialize(value, type, _json);
        return new(value, json, WriteWithNewtonsoft(value, type));
    }

    /// <summary>Writes with the Newtonsoft.Json that the client uses.</summary>
    private string WriteWithNewtonsoft(object value, Type type)
    {
        var library = _context.LoadFromAssemblyName(_assembly.GetReferencedAssemblies()
            .Single(static name => name.Name == "Newtonsoft.Json"));
        var settings = library.GetType("Newtonsoft.Json.JsonSerializerSettings")!;
        var write = library.GetType("Newtonsoft.Json.JsonConvert")!.GetMethod("SerializeObject", [typeof(object), typeof(Type), settings])!;
        return (string)Invoke(write, null, [value, type, null])!;
    }

    /// <summary>The bytes of a result that is a file.</summary>
    private static Stream? StreamOf(object value) => value as Stream
        ?? (value.GetType().GetProperty("Content") is { } content && typeof(Stream).IsAssignableFrom(content.PropertyType)
            ? (Stream?)content.GetValue(value)
            : null);

    private static IEnumerable<string> Facts(object value) =>
        from name in new[] { "ContentType", "FileName" }
        let fact = value.GetType().GetProperty(name)?.GetValue(value)?.ToString()
        where fact is not null
        select fact;

    private Type Type(string name) => _assembly.GetType("Contacts.Generated." + name, throwOnError: true)!;

    private static object? Invoke(MethodInfo method, object? target, object?[] arguments)
    {
        try
        {
            return method.Invoke(target, arguments);
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }

    /// <summary>What a caller gets.</summary>
    /// <param name="Value">The value itself.</param>
    /// <param name="Json">The value as System.Text.Json writes it; of a file, its type, its name and its text.</param>
    /// <param name="NewtonsoftJson">The value as Newtonsoft.Json writes it.</param>
    internal sealed record Result(object? Value, string Json, string NewtonsoftJson);
}

/// <summary>The client alone; what it uses is loaded once for all clients.</summary>
internal sealed class ClientContext() : AssemblyLoadContext("Client", isCollectible: true)
{
    private static readonly Packages _packages = new();

    protected override Assembly? Load(AssemblyName assemblyName) =>
        Assemblies.FirstOrDefault(loaded => loaded.GetName().Name == assemblyName.Name) ?? _packages.Find(assemblyName);

    private sealed class Packages() : AssemblyLoadContext("Packages")
    {
        public Assembly? Find(AssemblyName name) =>
            Compiling.Sdks.Modern.Value.Packages.TryGetValue(name.Name!, out var file) ? LoadFromAssemblyPath(file) : null;

        protected override Assembly? Load(AssemblyName assemblyName) => Find(assemblyName);
    }
}
