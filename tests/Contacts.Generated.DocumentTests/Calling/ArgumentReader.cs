using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Contacts.Generated.DocumentTests.Calling;

/// <summary>Finds the method of an operation, and gives it arguments that are named as on the wire.</summary>
internal sealed class ArgumentReader(Assembly client, IJsonTypeInfoResolver models)
{
    private static readonly string[] _optional = ["options", "progress", "cancellationToken"];

    private readonly JsonSerializerOptions _json = new()
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(models, new DefaultJsonTypeInfoResolver()),
        Converters = { new PlainReader() },
    };

    /// <summary>The method, and its arguments in order.</summary>
    /// <param name="target">The client.</param>
    /// <param name="call">The operation, and a JSON object of its arguments if it has any.</param>
    public (MethodInfo Method, object?[] Arguments) Find(object target, string call)
    {
        var name = call.Split(' ', '\n')[0];
        var given = call.Length == name.Length ? [] : JsonNode.Parse(call[name.Length..])!.AsObject();
        var candidates = target.GetType().GetMethods().Where(method => method.Name == MethodName(name) + "Async").ToList();
        var problems = new List<string>();
        foreach (var method in candidates)
        {
            try
            {
                return (method, Arguments(method, given));
            }
            catch (ArgumentException problem)
            {
                problems.Add($"{method}: {problem.Message}");
            }
        }

        throw new InvalidOperationException(problems.Count > 0
            ? string.Join('\n', problems)
            : $"No operation is called {name}; there are {string.Join(", ", Operations().Select(static one => one.Name))}.");
    }

    private string MethodName(string operation) =>
        Operations().FirstOrDefault(one => (string)one.GetRawConstantValue()! == operation || Squeeze(one.Name) == Squeeze(operation))?.Name
            ?? operation;

    private FieldInfo[] Operations() => client.GetType("Contacts.Generated.ContactsOperations")!.GetFields();

    private object?[] Arguments(MethodInfo method, JsonObject given)
    {
        var parameters = method.GetParameters();
        var left = given.Where(static pair => pair.Key != "body").ToDictionary(static pair => pair.Key, static pair => pair.Value);
        var body = given["body"];
        var arguments = parameters.Select(static parameter => parameter.HasDefaultValue ? parameter.DefaultValue : Missing.Value).ToArray();
        for (var index = 0; index < parameters.Length; index++)
        {
            if (_optional.Contains(parameters[index].Name))
            {
                arguments[index] = parameters[index].ParameterType == typeof(CancellationToken) ? CancellationToken.None : null;
            }
            else if (KeyOf(left.Keys, parameters[index].Name!) is { } key)
            {
                arguments[index] = Value(left[key], parameters[index].ParameterType);
                left.Remove(key);
            }
        }

        var options = Array.FindIndex(parameters, static parameter => parameter.Name == "options");
        if (left.Count > 0 && options >= 0)
        {
            arguments[options] = Options(parameters[options].ParameterType, left);
        }

        if (given.ContainsKey("body"))
        {
            var place = Array.FindIndex(arguments, static argument => argument == Missing.Value);
            place = place < 0 ? Array.FindIndex(parameters, static parameter => parameter.Name == "body") : place;
            if (place >= 0)
            {
                arguments[place] = Value(body, parameters[place].ParameterType);
            }
            else if (options < 0 || !SetBody(parameters[options].ParameterType, ref arguments[options], body))
            {
                left["body"] = body;
            }
        }

        return left.Count > 0 ? throw new ArgumentException($"there is no place for {string.Join(", ", left.Keys)}")

                : Array.IndexOf(arguments, Missing.Value) is >= 0 and var missing
                ? throw new ArgumentException($"{parameters[missing].Name} is not given")
            : arguments;
    }

    private object Options(Type type, Dictionary<string, JsonNode?> given)
    {
        var options = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties())
        {
            if (KeyOf(given.Keys, property.Name) is { } key)
            {
                property.SetValue(options, Value(given[key], property.PropertyType));
                given.Remove(key);
            }
        }

        return options;
    }

    private bool SetBody(Type type, ref object? options, JsonNode? body)
    {
        if (type.GetProperty("Body") is not { } property)
        {
            return false;
        }

        options ??= Activator.CreateInstance(type)!;
        property.SetValue(options, Value(body, property.PropertyType));
        return true;
    }

    private object? Value(JsonNode? json, Type type)
    {
        if (type.Name == "UploadContent")
        {
            var bytes = new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes((string)json!["text"]!));
            return type.GetMethod("FromBytes")!.Invoke(null, [bytes, (string)json["name"]!, (string?)json["type"]]);
        }

        return type == typeof(Stream) ? new MemoryStream(Encoding.UTF8.GetBytes((string)json!))
            : type.IsGenericType && type.GetGenericArguments() is [{ Name: "UploadContent" } file]
                ? Files(json!.AsArray(), file)
                : json.Deserialize(type, _json);
    }

    private Array Files(JsonArray items, Type file)
    {
        var files = Array.CreateInstance(file, items.Count);
        for (var index = 0; index < items.Count; index++)
        {
            files.SetValue(Value(items[index], file), index);
        }

        return files;
    }

    private static string? KeyOf(IEnumerable<string> keys, string member) =>
        keys.FirstOrDefault(key => key == member) ?? keys.FirstOrDefault(key => Squeeze(key) == Squeeze(member));

    private static string Squeeze(string name) => string.Concat(
        name.Replace(">", "Greater", StringComparison.Ordinal).Replace("<", "Less", StringComparison.Ordinal).Where(char.IsLetterOrDigit))
        .ToUpperInvariant();

    /// <summary>What a program would pass where anything goes.</summary>
    private sealed class PlainReader : JsonConverter<object>
    {
        public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Plain(JsonNode.Parse(ref reader));

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => throw new NotSupportedException();

        private static object? Plain(JsonNode? node) => node switch
        {
            JsonObject mapping => mapping.ToDictionary(static pair => pair.Key, static pair => Plain(pair.Value)),
            JsonArray list => list.Select(Plain).ToList(),
            JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
            JsonValue value when value.TryGetValue<long>(out var whole) => whole,
            JsonValue value when value.TryGetValue<double>(out var number) => number,
            _ => (string?)node,
        };
    }
}
