using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Contacts.Generated.ContractTests.Readme;

/// <summary>A block of the README as a program: compiled as a reader would, with what the text around it supposes.</summary>
internal static class ReadmeProgram
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Contacts.Generated;

        """;

    // Each may use those that follow it in the list, which are declared before it.
    private static readonly (string Name, string Declaration)[] _supposed =
    [
        ("commentId", "var commentId = (await client.GetCommentsAsync(contactId))[0].Id;\n"),
        ("boardItemId", "var boardItemId = (await client.ListAsync()).Data.First(contact => contact.BoardItemId != null).BoardItemId!;\n"),
        ("conversationId", "var conversationId = (await client.GetConversationsAsync(contactId))[0].Id;\n"),
        ("contactId", "var contactId = (await client.ListAsync()).Data[0].Id;\n"),
        ("notificationIds", "string[] notificationIds = [notificationId];\n"),
        ("notificationId", "var notificationId = (await client.ListNotificationsAsync()).Data[0].Id;\n"),
        ("client", "var client = new ContactsClient(ContactsClientOptions.FromEnvironment());\n"),
        ("cancellationToken", "var cancellationToken = CancellationToken.None;\n"),
    ];

    /// <summary>Compiles a block.</summary>
    /// <returns>The program, and what the compiler says against it.</returns>
    public static (MethodInfo? Main, IReadOnlyList<string> Errors) Compile(string block)
    {
        var parsed = CSharpSyntaxTree.ParseText(block).GetCompilationUnitRoot();
        var usings = string.Concat(parsed.Usings.Select(directive => directive.ToFullString()));
        var code = block[parsed.Usings.FullSpan.End..];
        var source = Usings + usings.Replace("using Contacts.Generated;\n", "", StringComparison.Ordinal) + Supposed(parsed) + code;
        var compilation = CSharpCompilation.Create(
            "ReadmeBlock" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(source)],
            References(),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.ToString()).ToList();
        return errors.Count > 0 ? (null, errors) : (Assembly.Load(assembly.ToArray()).EntryPoint, errors);
    }

    /// <summary>Runs a compiled block to its end.</summary>
    public static Task RunAsync(MethodInfo main)
    {
        // The entry point of a program with awaits blocks; the method behind it is the one to wait for.
        var asynchronous = main.DeclaringType!.GetMethod(
            "<Main>$", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public) ?? main;
        return asynchronous.Invoke(null, [Array.Empty<string>()]) as Task ?? Task.CompletedTask;
    }

    /// <summary>Declares what a block uses and does not declare.</summary>
    private static string Supposed(CompilationUnitSyntax block)
    {
        var declared = block.DescendantNodes()
            .OfType<VariableDeclaratorSyntax>().Select(variable => variable.Identifier.Text).ToHashSet(StringComparer.Ordinal);
        var used = NamesIn(block).ToHashSet(StringComparer.Ordinal);
        var declarations = "";
        foreach (var (name, declaration) in _supposed.Where(one => !declared.Contains(one.Name)))
        {
            if (used.Contains(name))
            {
                declarations = declaration + declarations;
                used.UnionWith(NamesIn(CSharpSyntaxTree.ParseText(declaration).GetRoot()));
            }
        }

        return declarations;
    }

    private static IEnumerable<string> NamesIn(SyntaxNode node) =>
        node.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.Text);

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
}
