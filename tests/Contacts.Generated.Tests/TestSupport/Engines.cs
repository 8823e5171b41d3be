using System.Reflection;
using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>Runs one test with both JSON libraries: what they read and write must not differ.</summary>
internal static class Engines
{
    private static readonly JsonEngine _newtonsoft = new NewtonsoftEngine(configure: null);

    /// <summary>Both libraries.</summary>
    public static TheoryData<Engine> Both => [Engine.SystemTextJson, Engine.Newtonsoft];

    /// <summary>Which library reads, and which writes what was read.</summary>
    public static TheoryData<Engine, Engine> Pairs
    {
        get
        {
            var pairs = new TheoryData<Engine, Engine>();
            foreach (var reader in Enum.GetValues<Engine>())
            {
                foreach (var writer in Enum.GetValues<Engine>())
                {
                    pairs.Add(reader, writer);
                }
            }

            return pairs;
        }
    }

    public static T Read<T>(this Engine engine, string json) => ReadBytes<T>(engine, Encoding.UTF8.GetBytes(json))!;

    /// <summary>Reads by the library alone, which refuses a document with a value that it cannot read.</summary>
    public static T? ReadStrictly<T>(this Engine engine, string json) => Of(engine).ReadStrictly<T>(Encoding.UTF8.GetBytes(json));

    public static T? ReadBytes<T>(this Engine engine, byte[] utf8)
    {
        var item = typeof(T).IsGenericType ? typeof(T).GetGenericArguments()[0] : null;
        if (!typeof(IOpenModel).IsAssignableFrom(item ?? typeof(T)))
        {
            return Of(engine).ReadStrictly<T>(utf8);
        }

        return typeof(Engines).GetMethod(item is null ? nameof(ReadModel) : nameof(ReadList), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(item ?? typeof(T))
            .CreateDelegate<Func<JsonEngine, byte[], T?>>()(Of(engine), utf8);
    }

    public static string Write<T>(this Engine engine, T value) => Encoding.UTF8.GetString(Of(engine).Write(value));

    /// <summary>Writes what an operation gave, as the type that it promises.</summary>
    public static string WriteAnswer(this Engine engine, object answer)
    {
        var list = answer.GetType()
            .GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>));
        return (string)typeof(Engines)
            .GetMethod(nameof(Write))!.MakeGenericMethod(list ?? answer.GetType()).Invoke(null, [engine, answer])!;
    }

    /// <summary>Each row once for each library.</summary>
    public static TheoryData<Engine, T1> With<T1>(params T1[] rows)
    {
        var data = new TheoryData<Engine, T1>();
        foreach (var engine in Enum.GetValues<Engine>())
        {
            foreach (var row in rows)
            {
                data.Add(engine, row);
            }
        }

        return data;
    }

    /// <summary>Each row once for each library.</summary>
    public static TheoryData<Engine, T1, T2> With<T1, T2>(params (T1, T2)[] rows)
    {
        var data = new TheoryData<Engine, T1, T2>();
        foreach (var engine in Enum.GetValues<Engine>())
        {
            foreach (var (first, second) in rows)
            {
                data.Add(engine, first, second);
            }
        }

        return data;
    }

    private static T? ReadModel<T>(JsonEngine engine, byte[] utf8)
        where T : class, IOpenModel, new() => engine.Read<T>(utf8);

    private static IReadOnlyList<T>? ReadList<T>(JsonEngine engine, byte[] utf8)
        where T : class, IOpenModel, new() => engine.ReadList<T>(utf8);

    internal static JsonEngine Of(Engine engine) => engine == Engine.Newtonsoft ? _newtonsoft : JsonEngine.Default;
}

/// <summary>The two JSON libraries that a client can read and write with.</summary>
public enum Engine
{
    SystemTextJson,
    Newtonsoft,
}
