using Pod.Repository.Tests.Support;

namespace Pod.Repository.Tests;

/// <summary>One root exception per package, so that a caller catches a whole package with one type.</summary>
public sealed class ExceptionHierarchyTests
{
    private static readonly Dictionary<string, string[]> Roots = new(StringComparer.Ordinal)
    {
        ["Pod.Client"] = ["PodClientException"],
        ["Pod.Client.Hosting"] = [],
        ["Pod.Database"] = ["PodDatabaseException"],
        ["Pod.EmbeddedPostgres"] = ["EmbeddedPostgresException"],
        ["Pod.Generator"] = [],
        // Broken JSON is no declared exception of an application, and happens where neither server nor client is involved.
        ["Pod.Protocol"] = ["PodModelException", "PodJsonException"],
        ["Pod.Redis"] = [],
        ["Pod.Runtime"] = ["PodRuntimeException"],
        ["Pod.Schema"] = [],
        ["Pod.ServiceDefaults"] = [],
        ["Pod.Testing"] = ["PodTestException"],
    };

    public static TheoryData<string> All => Packages.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Public_exceptions_derive_from_the_root_of_their_package(string package) => Violations.None(
        $"Public exceptions of {package} derive from: {string.Join(", ", Roots[package])}.",
        from type in Packages.Load(package).GetExportedTypes()
        where type.IsSubclassOf(typeof(Exception)) && !Lineage(type).Any(Roots[package].Contains)
        select type.FullName);

    [Theory]
    [MemberData(nameof(All))]
    public void Roots_derive_from_nothing_of_another_package(string package) => Violations.None(
        "A root stands on .NET's own exceptions.",
        from type in Packages.Load(package).GetExportedTypes()
        where Roots[package].Contains(type.Name) && type.BaseType!.Namespace != nameof(System)
        select type.FullName);

    private static IEnumerable<string> Lineage(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current.Name;
        }
    }
}
