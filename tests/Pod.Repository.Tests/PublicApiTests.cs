using Pod.Repository.Tests.Support;

namespace Pod.Repository.Tests;

/// <summary>
/// The public API of each package is a text file, so a change of it shows up in a review.
/// To accept a change, rename <c>PublicApi/&lt;Package&gt;.received.txt</c> to <c>&lt;Package&gt;.txt</c>.
/// </summary>
public sealed class PublicApiTests
{
    // Public only because several packages of Pod share them; applications and generated code do not name them.
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal) { "Pod", "Pod.Protocol.Serialization", "Pod.Protocol.Streams" };

    public static TheoryData<string> All => Packages.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Api_is_the_committed_one(string package)
    {
        var folder = Path.Combine(RepositoryFiles.Root, "tests/Pod.Repository.Tests/PublicApi");
        var committed = Path.Combine(folder, package + ".txt");
        var received = Path.Combine(folder, package + ".received.txt");
        var expected = File.Exists(committed) ? File.ReadAllText(committed) : "";
        var actual = PublicApiText.Of(package);
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Fail($"The public API of {package} changed. Rename {package}.received.txt to {package}.txt to accept it.\n{Difference(expected, actual)}");
    }

    // The generator is a tool's library: its types are found by folder. The others are used by people, with one using each.
    [Theory]
    [MemberData(nameof(All))]
    public void Public_types_live_in_the_root_namespace_of_their_package(string package) => Violations.None(
        $"A user of {package} needs one using. Move these types to the namespace {package}, or make them internal.",
        from type in Packages.Load(package).GetExportedTypes()
        where package != "Pod.Generator" && type.Namespace != package && !Shared.Contains(type.Namespace!) && !IsExtensionOfFramework(type)
        select type.FullName);

    // AddPod and MapPod are found without any using, as .NET's own are.
    private static bool IsExtensionOfFramework(Type type) => type is { IsAbstract: true, IsSealed: true }
        && type.Namespace is "Microsoft.AspNetCore.Builder" or "Microsoft.Extensions.Hosting" or "Microsoft.Extensions.DependencyInjection";

    private static string Difference(string expected, string actual)
    {
        var before = Qualified(expected);
        var after = Qualified(actual);
        var lines = before.Except(after).Select(static line => "- " + line).Concat(after.Except(before).Select(static line => "+ " + line)).Take(20).ToList();
        return lines.Count > 0 ? string.Join('\n', lines) : "Only the order of the lines differs.";
    }

    // A member's line says little without the line of its type.
    private static List<string> Qualified(string api)
    {
        var type = "";
        var lines = new List<string>();
        foreach (var line in api.Split('\n').Where(static line => line.Length > 0))
        {
            type = line[0] == ' ' ? type : line.Split(" : ")[0];
            lines.Add(line[0] == ' ' ? $"{type}: {line.Trim()}" : line);
        }

        return lines;
    }
}
