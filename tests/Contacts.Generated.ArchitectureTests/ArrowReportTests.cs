namespace Contacts.Generated.ArchitectureTests;

/// <summary>What the comparison sees, on invented projects.</summary>
public class ArrowReportTests
{
    private static readonly Layout _layout = new("Top\nMiddle, Beside\nBottom");

    [Fact]
    public void A_folder_may_name_those_below_it() =>
        Report(("Top/A.cs", "class A { B? b; C? c; }"), ("Middle/B.cs", "class B { C? c; }"), ("Bottom/C.cs", "class C;"))
            .Should().BeEmpty();

    [Fact]
    public void A_name_of_a_folder_above_is_told_with_file_type_and_direction() =>
        Report(("Top/A.cs", "class A;"), ("Bottom/C.cs", "class C\n{\n    A? a;\n}")).Should()
            .StartWith("Bottom/C.cs:3 names A of Top/, but only Top/ may name Bottom/. Bottom/ may name no other folder.\n");

    [Fact]
    public void A_name_of_a_folder_beside_is_told() =>
        Report(("Middle/B.cs", "class B { D? d; }"), ("Beside/D.cs", "class D;")).Should().StartWith(
            "Middle/B.cs:1 names D of Beside/, but Middle/ and Beside/ stand side by side, so neither may name the other. "
            + "Middle/ may name Bottom/.\n");

    [Fact]
    public void A_circle_is_told_with_each_step() =>
        Report(("Top/A.cs", "class A { B? b; }"), ("Middle/B.cs", "class B { C? c; }"), ("Bottom/C.cs", "class C { A? a; }")).Should()
            .Contain("Bottom/ → Top/ → Middle/ (Top/A.cs:1 names B) → Bottom/ (Middle/B.cs:1 names C).");

    [Fact]
    public void A_member_of_a_partial_type_counts_where_it_is_written()
    {
        (string, string)[] partial =
        [
            ("Bottom/P.cs", "partial class P { public int Below; }"), ("Top/P.Above.cs", "partial class P { public int Above; }"),
        ];

        Report([.. partial, ("Middle/B.cs", "class B { int Read(P p) => p.Below; }")]).Should().BeEmpty();
        Report([.. partial, ("Middle/B.cs", "class B { int Read(P p) => p.Above; }")])
            .Should().StartWith("Middle/B.cs:1 names P.Above of Top/");
    }

    [Theory]
    [InlineData("var a = Maker.Make(); a.Act();", "A")]
    [InlineData("Maker.Take(new());", "A")]
    [InlineData("1.Extended();", "Extensions")]
    [InlineData("_ = nameof(A);", "A")]
    [InlineData("_ = typeof(System.Collections.Generic.List<A>);", "A")]
    public void What_is_named_in_passing_counts(string code, string named) =>
        Report(
            ("Top/A.cs", "class A { public void Act() { } } static class Extensions { public static void Extended(this int number) { } }"),
            ("Maker.cs", "static class Maker { public static A Make() => new A(); public static void Take(A a) { } }"),
            ("Bottom/C.cs", $"class C {{ void Run() {{ {code} }} }}")).Should().StartWith($"Bottom/C.cs:1 names {named} of Top/");

    [Fact]
    public void A_comment_names_nothing() =>
        Report(("Top/A.cs", "class A;"), ("Bottom/C.cs", "/// <summary>As <see cref=\"A\"/>.</summary>\nclass C;")).Should().BeEmpty();

    [Fact]
    public void The_root_may_name_all_and_be_named_by_all_unless_it_has_a_line()
    {
        (string, string)[] files = [("R.cs", "public class R { A? a; }"), ("Top/A.cs", "class A;"), ("Bottom/C.cs", "class C { R? r; }")];

        Report(files).Should().BeEmpty();
        Report(new Layout("(root)\nTop\nBottom"), files)
            .Should().StartWith("Bottom/C.cs:1 names R of (root)/, but only (root)/ may name Bottom/.");
    }

    [Fact]
    public void A_type_of_the_root_that_is_not_public_is_told() =>
        Report(
            new Layout("Top") { RootIsPublic = true },
            ("R.cs", "namespace N; public class R { class Inner; } class Hidden;"), ("Top/A.cs", "class A;"))
            .Should().StartWith("R.cs declares Hidden, but the root holds public types only.\n").And.NotContain("Inner");

    [Fact]
    public void A_file_counts_as_part_of_the_folder_that_the_layout_says() =>
        Report(
            new Layout("Top\nBottom") { CountAs = new Dictionary<string, string> { ["Client.*"] = "Top" } },
            ("Client.cs", "class Client;"), ("Top/A.cs", "class A;"), ("Bottom/C.cs", "class C { Client? client; }"))
            .Should().StartWith("Bottom/C.cs:1 names Client of Top/");

    [Fact]
    public void A_folder_that_the_layout_does_not_know_is_told_and_so_is_one_that_is_gone() =>
        Report(new Layout("Top\nGone"), ("Top/A.cs", "class A;"), ("New/N.cs", "class N;")).Should()
            .StartWith("New/ is not in the layout.\nGone/ is in the layout and has no files.\n");

    [Fact]
    public void A_name_that_is_not_found_is_told() =>
        Report(("Top/A.cs", "class A { Elsewhere? e; }")).Should().Contain("'Elsewhere' could not be found");

    [Fact]
    public void All_arrows_are_shown_as_a_table() =>
        Report(new Layout("Top\nBottom"), ("Top/A.cs", "class A { C? c; C? d; }"), ("Bottom/C.cs", "class C { A? a; }"))
            .Should().EndWith("""
                           1     2
             1  Top        -     2
             2  Bottom    1!     -

            """);

    /// <summary>The report on files, with those that a layout of three lines wants where they are not given.</summary>
    private static string Report(params (string Path, string Text)[] files)
    {
        var given = files.Select(file => file.Path.Split('/')[0]).ToHashSet();
        var others = _layout.Folders.Where(folder => !given.Contains(folder)).Select(folder => ($"{folder}/Other.cs", ""));
        return Report(_layout, [.. files, .. others]);
    }

    private static string Report(Layout layout, params (string Path, string Text)[] files) =>
        ArrowReport.Of(SourceProject.Compile("Invented", files, SourceProject.References("System.")), layout).TrimStart('\n');
}
