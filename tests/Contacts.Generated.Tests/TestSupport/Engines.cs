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

    public static T Read<T>(this Engine engine, string json) => Of(engine).Read<T>(Encoding.UTF8.GetBytes(json))!;

    public static T? ReadBytes<T>(this Engine engine, byte[] utf8) => Of(engine).Read<T>(utf8);

    public static string Write<T>(this Engine engine, T value) => Encoding.UTF8.GetString(Of(engine).Write(value));

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

    private static JsonEngine Of(Engine engine) => engine == Engine.Newtonsoft ? _newtonsoft : JsonEngine.Default;
}
