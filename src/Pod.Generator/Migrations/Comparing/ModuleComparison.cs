using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Migrations.Operations;
using Pod.Schema;

namespace Pod.Generator.Migrations.Comparing;

/// <summary>The versions of modules before and after; their tables are compared like any others.</summary>
internal static class ModuleComparison
{
    public static void Compare(DatabaseSchema from, DatabaseSchema to, MigrationDraft draft)
    {
        var former = from.InstalledModules.ToDictionary(static item => item.Module, static item => item.Version, StringComparer.Ordinal);
        foreach (var next in to.InstalledModules)
        {
            former.Remove(next.Module, out var version);
            if (version == next.Version)
            {
                continue;
            }

            draft.Modules.Add(new SetModuleVersionOperation(next.Module, next.Version));
            if (version is not null && string.CompareOrdinal(next.Version, version) < 0)
            {
                draft.Findings.Add(MigrationDiagnostics.ModuleDowngraded(next.Module, version, next.Version));
            }
        }

        draft.Modules.AddRange(former.Keys.Order(StringComparer.Ordinal).Select(static module => new SetModuleVersionOperation(module, Version: null)));
    }
}
