using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pod.Repository.Tests.Support;

namespace Pod.Repository.Tests;

/// <summary>Files and folders stay small enough to be read at one go.</summary>
public sealed class FolderAndFileSizeTests
{
    private const int MaxLines = 500;
    private const int MaxFiles = 14;

    private static readonly string[] Roots = ["src", "tests", "samples"];

    // Path -> why it may be longer.
    private static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal)
    {
        ["src/Pod.Database/Errors/SqlStates.cs"] = "PostgreSQL's list of error codes, one constant each",
    };

    // Folder -> why it may hold more files.
    private static readonly Dictionary<string, string> FullFolders = new(StringComparer.Ordinal)
    {
        ["src/Pod.Generator/Model"] = "the generator's vocabulary: one small record or enum a file, read as a list",
    };

    // Folder -> why its files hold several types.
    private static readonly Dictionary<string, string> FoldersOfManyTypes = new(StringComparer.Ordinal)
    {
        ["tests/Pod.AppHost.Surface.Tests/Surface"] = "declarations of other people's packages, a file for each subject",
        ["tests/Pod.Database.Tests/Model"] = "hand-made copies of generated files: model, table, repository and includes belong together",
    };

    private static readonly HashSet<string> RootPages = new(StringComparer.Ordinal) { "README.md", "CONTRIBUTING.md", "CHANGELOG.md" };

    // Names that say nothing about what is inside.
    private static readonly HashSet<string> EmptyNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Helper", "Helpers", "Util", "Utils", "Utilities", "Common", "Misc",
    };

    [Fact]
    public void Files_have_at_most_500_lines() => Violations.None(
        "Split these files, or name the data table in LongFiles with a reason.",
        from path in AllFiles()
        let lines = RepositoryFiles.Read(path).AsSpan().Count('\n')
        where lines > MaxLines && !LongFiles.ContainsKey(path)
        select $"{path}: {lines} lines");

    [Fact]
    public void Folders_have_at_most_14_files() => Violations.None(
        "Find the missing concept and give it a sub-folder.",
        from folder in RepositoryFiles.HandWritten("src").GroupBy(static path => Path.GetDirectoryName(path)!.Replace('\\', '/'))
        where folder.Count() > MaxFiles && !FullFolders.ContainsKey(folder.Key)
        select $"{folder.Key}: {folder.Count()} files");

    [Fact]
    public void A_file_holds_one_type_and_has_its_name() => Violations.None(
        "One top-level type per file; file name = type name (a generic type: 'NameOfT.cs', or together with its form without T).",
        from path in AllFiles()
        where !FoldersOfManyTypes.Keys.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))
        let types = TopLevelTypes(CSharpSource.Parse(path)).ToList()
        let file = Path.GetFileNameWithoutExtension(path)
        where types.Select(Name).Distinct().Count() > 1 || types.Exists(type => !Fits(file, type))
        select $"{path}: {string.Join(", ", types.Select(Name))}");

    [Fact]
    public void There_are_no_regions() => Violations.None(
        "A region hides what wants a type of its own.",
        from path in AllFiles()
        where CSharpSource.Parse(path).DescendantTrivia(descendIntoTrivia: true).Any(static trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia))
        select path);

    [Fact]
    public void Folders_are_named_after_what_is_inside() => Violations.None(
        "A helper lives beside its user, or gets a name in the field's terms.",
        AllFiles().Select(static path => Path.GetDirectoryName(path)!).Distinct()
            .Where(static folder => folder.Split('/', '\\', '.').Any(EmptyNames.Contains)));

    [Fact]
    public void The_root_is_no_filing_cabinet() => Violations.None(
        "Pages belong in docs/, pictures beside the page that shows them; notes and screenshots of a test run belong nowhere.",
        Directory.EnumerateFiles(RepositoryFiles.Root).Select(Path.GetFileName).OfType<string>()
            .Where(static file => Path.GetExtension(file) is ".md" or ".png" or ".jpg" or ".txt" or ".log" && !RootPages.Contains(file)));

    [Fact]
    public void Exceptions_to_the_rules_still_exist() => Violations.None(
        "Remove these entries from the lists of this test.",
        LongFiles.Keys.Where(static path => !File.Exists(Path.Combine(RepositoryFiles.Root, path)))
            .Concat(FullFolders.Keys.Concat(FoldersOfManyTypes.Keys).Where(static path => !Directory.Exists(Path.Combine(RepositoryFiles.Root, path)))));

    private static IEnumerable<string> AllFiles() => Roots.SelectMany(RepositoryFiles.HandWritten);

    private static IEnumerable<MemberDeclarationSyntax> TopLevelTypes(SyntaxNode root) => root.DescendantNodes(
            static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .Where(static node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
        .Cast<MemberDeclarationSyntax>();

    private static string Name(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declaration => declaration.Identifier.Text,
        _ => ((DelegateDeclarationSyntax)type).Identifier.Text,
    };

    // 'ClientInputOfT.cs' holds ClientInput<T>.
    private static bool Fits(string file, MemberDeclarationSyntax type) => file == Name(type)
        || (type is TypeDeclarationSyntax { TypeParameterList.Parameters.Count: > 0 } && file.StartsWith(Name(type) + "Of", StringComparison.Ordinal));
}
