using Pod.Generator.Migrations;
using static Pod.Generator.Diagnostics.DiagnosticSeverity;

namespace Pod.Generator.Diagnostics.Descriptors;

/// <summary>POD3030–POD3049: whether the migrations of a project are one chain, and whether it leads to the models.</summary>
internal static class MigrationChainDiagnostics
{
    private static readonly DiagnosticDescriptor TwoChildrenRule = new("POD3030", Error, "Two migrations follow the same one");
    private static readonly DiagnosticDescriptor MissingParentRule = new("POD3031", Error, "A migration follows one that is not there");
    private static readonly DiagnosticDescriptor RegistryRule = new("POD3032", Error, "The registry and the folders name the same migrations");
    private static readonly DiagnosticDescriptor HashRule = new("POD3033", Error, "The files of a migration fit its hashes");
    private static readonly DiagnosticDescriptor VersionTwiceRule = new("POD3034", Error, "A version is used once");
    private static readonly DiagnosticDescriptor EditedBeforeRebaseRule = new("POD3035", Error, "SQL that was written by hand is not thrown away");
    private static readonly DiagnosticDescriptor ModelsChangedRule = new("POD3040", Error, "The models have a migration for every change");
    private static readonly DiagnosticDescriptor SqlEditedRule = new("POD3041", Info, "The SQL of a migration was edited");

    public static MigrationFinding TwoChildren(string? parent, IEnumerable<string> children) => About(TwoChildrenRule,
        $"{string.Join(" and ", children.Select(static child => $"'{child}'"))} both {(parent is null ? "are the first migration" : $"follow '{parent}'")}: two branches added migrations. "
        + "Run 'dotnet pod migration rebase --onto <branch>' with the branch whose migration stays.");

    public static MigrationFinding MissingParent(string version, string parent) => About(MissingParentRule,
        $"'{version}' follows '{parent}', which is not there or has another definition. Restore it from version control, or run 'dotnet pod migration rebase'.");

    public static MigrationFinding NotInRegistry(string version) => About(RegistryRule,
        $"'{version}' has a folder and no line in {MigrationFiles.Registry}. Run 'dotnet pod migration rebase', which writes the registry anew, or delete the folder if another branch replaced it.");

    public static MigrationFinding WithoutFolder(string version) => About(RegistryRule,
        $"'{version}' stands in {MigrationFiles.Registry} and has no folder. Restore the folder from version control, or run 'dotnet pod migration rebase', which writes the registry anew.");

    public static MigrationFinding HashDiffers(string version, string file) => About(HashRule,
        $"'{file}' of '{version}' is not what was generated. Restore it from version control; what a migration does is changed in {MigrationFiles.Sql} only.");

    public static MigrationFinding VersionTwice(string first, string second) => About(VersionTwiceRule,
        $"'{first}' and '{second}' have the same version. Delete one and create it anew.");

    public static MigrationFinding EditedBeforeRebase(string version) => About(EditedBeforeRebaseRule,
        $"{MigrationFiles.Sql} of '{version}' was edited by hand and would be replaced. With --keep-sql its text stands at the end of the new migration, to be looked through.");

    public static MigrationFinding ModelsChanged(IEnumerable<string> changes) => About(ModelsChangedRule,
        $"the models changed and no migration covers it: {string.Join(", ", changes)}. Run 'dotnet pod migration create' and commit the result.");

    public static MigrationFinding SqlEdited(string version) => About(SqlEditedRule,
        $"{MigrationFiles.Sql} of '{version}' was edited by hand. New databases replay all migrations instead of taking the newest definition.");

    private static MigrationFinding About(DiagnosticDescriptor rule, string message) => new(rule, "", null, message);
}
