using System.Reflection;
using CsCheck;

namespace Contacts.Generated.Tests;

/// <summary>Whatever a model holds, both engines write the same of it, and what either reads back is the same model.</summary>
public sealed class GeneratedModelTests
{
    public static TheoryData<string, string> Models
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var model in ModelMaker.Models)
            {
                foreach (var culture in Cultures.All)
                {
                    rows.Add(model.Name, culture);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Both_engines_write_and_read_the_same(string model, string culture) => Cultures.Run(culture, () =>
    {
        var type = ModelMaker.Models.Single(candidate => candidate.Name == model);
        var check = typeof(GeneratedModelTests).GetMethod(nameof(Check), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).CreateDelegate<Action<object>>();

        Gen.Int.Sample(seed => check(new ModelMaker(new Random(seed)).Model(type)), iter: 100, threads: 1);
    });

    private static void Check<T>(object given)
        where T : class
    {
        var expected = Engine.SystemTextJson.Write((T)given);
        foreach (var writer in Enum.GetValues<Engine>())
        {
            var written = writer.Write((T)given);
            written.ShouldBeJson(expected, "written by " + writer);
            foreach (var reader in Enum.GetValues<Engine>())
            {
                Engine.SystemTextJson.Write(reader.Read<T>(written)).ShouldBeJson(expected, $"written by {writer}, read by {reader}");
            }
        }
    }
}
