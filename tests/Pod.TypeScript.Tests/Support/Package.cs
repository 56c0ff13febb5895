using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;
using Pod.Generator.TypeScript;

namespace Pod.TypeScript.Tests.Support;

/// <summary>A folder with the generated client, the scripts that use it, and what these need from npm; and the server that they call.</summary>
public sealed class Package : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private SampleServer? _server;

    /// <summary>What runs JavaScript outside of browsers.</summary>
    public static readonly string[] Programs = ["node", "deno", "bun"];

    public string Folder { get; } = Directory.CreateTempSubdirectory("pod-typescript-tests-").FullName;

    public Uri Address => _server!.Address;

    public static string Contract => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pod.contract.json"));

    public async Task InitializeAsync()
    {
        var scripts = Path.Combine(AppContext.BaseDirectory, "Scripts");
        var (exitCode, installed, errors) = await RunAsync("bash", scripts, "install.sh");
        Assert.True(exitCode == 0, errors);
        Directory.CreateSymbolicLink(Path.Combine(Folder, "node_modules"), Path.Combine(installed.Trim(), "node_modules"));
        foreach (var script in Directory.EnumerateFiles(scripts))
        {
            File.Copy(script, Path.Combine(Folder, Path.GetFileName(script)));
        }

        Write("client", TypeScriptGenerator.Generate(Contract, new TypeScriptOptions()));
        // Browsers ask for the client's files.
        _server = await SampleServer.StartAsync(before: app => app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Folder) }));
    }

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    public void Write(string folder, IEnumerable<TypeScriptFile> files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(Folder, folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }
    }

    /// <summary>Runs a script.</summary>
    /// <param name="program">What runs it, one of <see cref="Programs"/>.</param>
    /// <param name="arguments">The script, and what it is told.</param>
    public Task<(int ExitCode, string Output, string Errors)> RunScriptAsync(string program, params string[] arguments) => program switch
    {
        "node" => RunAsync("node", Folder, arguments),
        "deno" => RunAsync(Installed("@deno", "deno"), Folder, ["run", "--allow-all", .. arguments]),
        _ => RunAsync(Installed("@oven", "bun"), Folder, arguments),
    };

    private string Installed(string scope, string program)
    {
        var folder = new DirectoryInfo(Path.Combine(Folder, "node_modules", scope));
        return (folder.Exists ? folder.EnumerateFiles(program, SearchOption.AllDirectories).FirstOrDefault()?.FullName : null)
            ?? throw new InvalidOperationException($"The package.json of these tests names no '{scope}' package for this platform. Add the one that '{program}' has for it on npm.");
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };

        // Deno keeps what it has compiled, and asks for news of itself.
        start.Environment["DENO_DIR"] = Path.Combine(folder, ".deno");
        start.Environment["DENO_NO_UPDATE_CHECK"] = "1";
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await errors);
    }
}
