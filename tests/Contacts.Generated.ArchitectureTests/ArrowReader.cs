using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Contacts.Generated.ArchitectureTests;

/// <summary>
/// Finds what the code of one folder names of another: types, and members, which count where they are written, so that the parts of a
/// partial type belong to their own folders. The type itself counts where the file of its name stands. Comments name nothing.
/// </summary>
internal static class ArrowReader
{
    public static IReadOnlyList<Arrow> Read(CSharpCompilation compilation, Layout layout)
    {
        var arrows = new ConcurrentBag<Arrow>();
        Parallel.ForEach(compilation.SyntaxTrees, tree =>
        {
            var model = compilation.GetSemanticModel(tree);
            var from = layout.FolderOf(tree.FilePath);
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (Named(node, model) is { } symbol && FileOf(symbol) is { } file && layout.FolderOf(file) is var to && to != from)
                {
                    var line = tree.GetLineSpan(node.Span).StartLinePosition.Line + 1;
                    arrows.Add(new Arrow(from, to, tree.FilePath, line, NameOf(symbol, file)));
                }
            }
        });
        return [.. arrows.OrderBy(arrow => arrow.File, StringComparer.Ordinal).ThenBy(arrow => arrow.Line)];
    }

    /// <summary>The types of the project's own files that are not public.</summary>
    public static IEnumerable<string> HiddenInRoot(CSharpCompilation compilation, Layout layout) =>
        from tree in compilation.SyntaxTrees
        where !tree.FilePath.Contains('/', StringComparison.Ordinal) && layout.FolderOf(tree.FilePath) == Layout.Root
        let model = compilation.GetSemanticModel(tree)
        from declaration in tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        let type = model.GetDeclaredSymbol(declaration) as INamedTypeSymbol
        where type is { DeclaredAccessibility: not Accessibility.Public }
        select $"{tree.FilePath} declares {type.Name}";

    private static ISymbol? Named(SyntaxNode node, SemanticModel model)
    {
        if (node is IdentifierNameSyntax { IsVar: true }
            or not (SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax))
        {
            return null;
        }

        var named = model.GetSymbolInfo(node);
        var symbol = named.Symbol ?? named.CandidateSymbols.FirstOrDefault();
        symbol = (symbol as IMethodSymbol)?.ReducedFrom ?? symbol;
        return symbol is INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol
            ? symbol.OriginalDefinition
            : null;
    }

    /// <summary>Where a symbol is written; what the compiler adds stands with its type. Null for what other assemblies have.</summary>
    private static string? FileOf(ISymbol symbol)
    {
        List<string> files = [.. symbol.DeclaringSyntaxReferences.Select(part => part.SyntaxTree.FilePath).Order(StringComparer.Ordinal)];
        return files.Count > 0
            ? files.Find(file => Path.GetFileNameWithoutExtension(file) == symbol.Name) ?? files[0]
            : symbol.ContainingType is { } type ? FileOf(type) : null;
    }

    /// <summary>The type; with the member where that is written elsewhere than the type.</summary>
    private static string NameOf(ISymbol symbol, string file)
    {
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        return FileOf(type) == file ? type.Name : $"{type.Name}.{symbol.Name}";
    }
}

/// <summary>A file of one folder names something that is written in another.</summary>
/// <param name="From">The folder of the file.</param>
/// <param name="To">The folder of what it names.</param>
/// <param name="File">The file, from the project's folder on.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Name">The type that it names; with the member, where that is written elsewhere than its type.</param>
internal sealed record Arrow(string From, string To, string File, int Line, string Name);
