using System.Diagnostics;

namespace Pod.Benchmarks.Startup;

/// <summary>A server in one of its forms: what starts it.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Form">How it was made.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="Program">The name of its assembly.</param>
internal sealed record StartupContender(string Name, string Form, string Folder, string Program)
{
    private const double Megabyte = 1024 * 1024;

    public double Megabytes => new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(static file => file.Length) / Megabyte;

    /// <summary>Publishes a project with one of its profiles, or without any.</summary>
    public static async Task<StartupContender> PublishAsync(string name, string form, string? profile, string project, string folder)
    {
        var target = Path.Combine(folder, $"{Path.GetFileName(project)}-{profile ?? "Ordinary"}");
        string[] arguments = ["publish", project, "-c", "Release", "-o", target, "-nodeReuse:false", .. profile is null ? Array.Empty<string>() : [$"-p:PublishProfile={profile}"]];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? new StartupContender(name, form, target, Path.GetFileName(project))
            : throw new InvalidOperationException($"'{project}' cannot be published:\n{output}");
    }

    public ProcessStartInfo Command(int port)
    {
        var assembly = Path.Combine(Folder, Program + ".dll");
        var own = Path.Combine(Folder, Program);
        var start = File.Exists(own) ? new ProcessStartInfo(own) : new ProcessStartInfo("dotnet", [assembly]);
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add($"http://127.0.0.1:{port}");
        start.WorkingDirectory = Folder;
        return start;
    }
}
