using System.Diagnostics;

namespace Pod.Templates.Tests.Support;

/// <summary>
/// The packages of this repository in a feed of their own, the templates installed from there, and a place for the projects that they make. Nothing
/// of the user's is touched: neither installed templates nor the packages folder, which would keep yesterday's packages of the same version.
/// </summary>
public sealed class PackedTemplates : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly string[] CiVariables = ["CI", "TF_BUILD", "GITHUB_ACTIONS"];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("pod-templates-");
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);
    private readonly Dictionary<TemplateOptions, Task<CreatedApplication>> _built = [];

    public string Feed => Path.Combine(_root.FullName, "feed");

    public async Task InitializeAsync()
    {
        if (!OperatingSystem.IsWindows())
        {
            // As root, PostgreSQL runs under another account, which has to get here.
            File.SetUnixFileMode(_root.FullName, (UnixFileMode)0b111_101_101);
        }

        // Installed templates and settings of the tool are below its home.
        _environment["DOTNET_CLI_HOME"] = Path.Combine(_root.FullName, "home");
        _environment["DOTNET_NOLOGO"] = "true";
        _environment["NUGET_PACKAGES"] = Path.Combine(_root.FullName, "packages");
        _environment["NUGET_FALLBACK_PACKAGES"] = LinkForeignPackages(Path.Combine(_root.FullName, "foreign"));
        _environment["NuGetAudit"] = "false";

        // The script blazor.web.js is a package that not every feed has; without it pages are rendered, but do not become interactive.
        _environment["RequiresAspNetWebAssets"] = "false";
        (await DotNetAsync(Checkout.Root, "pack", "Pod.sln", "--no-build", "-c", Checkout.Configuration, "-nologo", "-v:q", "-nodeReuse:false",
            $"-p:PackageOutputPath={Feed}/", $"-p:PodFeed={Feed}")).Succeeded();
        (await DotNetAsync(_root.FullName, "new", "install", Directory.EnumerateFiles(Feed, "Pod.Templates.*.nupkg").Single())).Succeeded();
    }

    public Task DisposeAsync()
    {
        _root.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Makes a folder that no other test has.</summary>
    public string NewFolder() => _root.CreateSubdirectory($"work-{Guid.NewGuid():N}").FullName;

    /// <summary>Makes an application and restores nothing.</summary>
    public async Task<CreatedApplication> CreateAsync(string name, params string[] options)
    {
        var application = new CreatedApplication(this, name, Path.Combine(NewFolder(), name));
        (await DotNetAsync(Path.GetDirectoryName(application.Root)!, ["new", "pod", "-n", name, "--no-restore", .. options])).Succeeded();
        return application;
    }

    /// <summary>Gives an application that is built, the same one to every test that asks for these options.</summary>
    public Task<CreatedApplication> GetBuiltAsync(TemplateOptions options)
    {
        if (!_built.TryGetValue(options, out var built))
        {
            _built[options] = built = BuildAsync(options);
        }

        return built;
    }

    /// <summary>Runs the tool as it was built in this repository.</summary>
    public Task<CommandResult> PodAsync(string folder, params string[] arguments) => DotNetAsync(folder, [Checkout.Tool, .. arguments]);

    public async Task<CommandResult> DotNetAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new CommandResult($"dotnet {string.Join(' ', arguments)}", process.ExitCode, $"{await output}{await errors}");
    }

    /// <summary>Starts <c>dotnet</c> as somebody would: nothing of the build that runs these tests, and no CI.</summary>
    public Process Start(string folder, params string[] arguments) => Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardError = true });

    /// <summary>Starts the tool as it was built in this repository, in a terminal of a hundred columns.</summary>
    internal TerminalRun PodInTerminal(string folder, string arguments) => new(Start(TerminalRun.StartInfo(folder, $"dotnet {Checkout.Tool} {arguments}", rows: 40)));

    private Process Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || CiVariables.Contains(name)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"'{start.FileName}' did not start.");
    }

    private async Task<CreatedApplication> BuildAsync(TemplateOptions options)
    {
        var application = await CreateAsync(options.Name(), options.Arguments());
        await application.BuildAsync(options.Web ? [application.Tests, application.Web] : [application.Tests]);
        return application;
    }

    // Everything that was downloaded once, but nothing of Pod: a package of this version may be there from another day.
    private static string LinkForeignPackages(string folder)
    {
        Directory.CreateDirectory(folder);
        var known = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in Directory.EnumerateDirectories(known).Where(static path => !Path.GetFileName(path).StartsWith("pod.", StringComparison.Ordinal)))
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(package)), package);
        }

        return folder;
    }
}
