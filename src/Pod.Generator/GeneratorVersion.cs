using System.Reflection;

namespace Pod.Generator;

/// <summary>The version that generated files name.</summary>
public static class GeneratorVersion
{
    /// <summary>Gets the package version, without build metadata.</summary>
    public static string Text { get; } =
        typeof(GeneratorVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
