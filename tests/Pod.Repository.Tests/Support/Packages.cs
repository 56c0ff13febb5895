using System.Reflection;

namespace Pod.Repository.Tests.Support;

/// <summary>The built libraries, loaded from this test's own references.</summary>
public static class Packages
{
    public static TheoryData<string> All => [.. RepositoryFiles.Libraries];

    public static Assembly Load(string package) => Assembly.Load(new AssemblyName(package));
}
