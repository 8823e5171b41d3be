namespace Contacts.Generated.Tests.Generator;

/// <summary>
/// Our templates replace some of exactly the pinned generator's. Where another version ships others, somebody must read what changed
/// there, carry it over and write down the new sums.
/// </summary>
public class ReplacedTemplateTests
{
    private static readonly Dictionary<string, string> _replaced = new()
    {
        ["NSwag.CodeGeneration.CSharp/File"] = "2ccfe81c599688ebdeb23ca2276049e56462ebad1fdffb88311ab106f91bb3d1",
        ["NSwag.CodeGeneration.CSharp/Client.Class"] = "2d5351ff165e2998298ba85860f501c1e78e0ebd1bc2bab193c0a960435b6060",
        ["NJsonSchema.CodeGeneration.CSharp/File"] = "01f5dfc04fdfb6eba01ad784d16d04fc407019cf12fd94d214cef37834a24bd4",
        ["NJsonSchema.CodeGeneration.CSharp/Class"] = "d2b2ed6039c12533677cc36433e2c6bdc3f7268154afad76f0918cc1ceb74396",
        ["NJsonSchema.CodeGeneration.CSharp/Enum"] = "761ac7920d4de9a204a6e74d21b9bad1770778998a82451b15d410d42c070919",
    };

    [Fact]
    public void The_pinned_generator_ships_the_templates_that_ours_were_made_from()
    {
        var changed = _replaced.Where(template => UpstreamTemplates.Sums.GetValueOrDefault(template.Key) != template.Value)
            .Select(template =>
                $"{template.Key}.liquid is now {UpstreamTemplates.Sums.GetValueOrDefault(template.Key) ?? "gone"}: read what changed, and "
                + "carry it over to build/templates");

        changed.Should().BeEmpty();
    }

    [Fact]
    public void No_template_of_ours_replaces_another_one_unnoticed()
    {
        var upstream = UpstreamTemplates.Sums.Keys.Where(key => Ours.Contains(key.Split('/')[1]));

        upstream.Should().BeEquivalentTo(_replaced.Keys);
    }

    [Fact]
    public void Each_replacement_opens_with_what_it_replaces_and_why()
    {
        foreach (var name in _replaced.Keys.Select(key => key.Split('/')[1]).Distinct())
        {
            File.ReadAllText(Path.Combine(Folder, name + ".liquid")).Should()
                .MatchRegex(
                    @"\A\{%- comment -%\}\nReplaces " + name
                        + @"\.liquid of N[A-Za-z]+\.CodeGeneration\.CSharp \d+\.\d+\.\d+[^\n]*[,:] \w+",
                    name);
        }
    }

    [Fact]
    public void Templates_know_nothing_of_what_they_are_for()
    {
        foreach (var name in Ours)
        {
            foreach (var word in (string[])["contact", "notification", "conversation", "avatar"])
            {
                File.ReadAllText(Path.Combine(Folder, name + ".liquid")).Should().NotContainEquivalentOf(word, name);
            }
        }
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "templates");

    private static IEnumerable<string> Ours =>
        Directory.EnumerateFiles(Folder, "*.liquid").Select(path => Path.GetFileNameWithoutExtension(path));
}
