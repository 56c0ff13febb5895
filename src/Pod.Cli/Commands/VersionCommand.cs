using System.CommandLine;
using System.Text.Json.Nodes;
using Pod.Cli.Output;
using Pod.Cli.Programs;
using Pod.Cli.Projects;
using Pod.Generator;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Commands;

/// <summary><c>dotnet pod version</c>.</summary>
internal static class VersionCommand
{
    public static Command Create()
    {
        var project = ProjectOption.Create();
        var command = new Command("version", "Prints the versions of the tool, of .NET, and of the project's packages.") { project };
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            var sdk = await ExternalProgram.TryRunAsync("dotnet", Directory.GetCurrentDirectory(), ["--version"], cancellationToken) is { ExitCode: 0, Text: var text } ? text : null;
            output.Data["pod"] = GeneratorVersion.Text;
            output.Data["dotnet"] = Environment.Version.ToString();
            output.Data["sdk"] = sdk;
            output.Result($"Pod {GeneratorVersion.Text}");
            output.Result($".NET {Environment.Version}");
            output.Result(sdk is null ? "no .NET SDK on the PATH" : $"SDK {sdk}");
            if (Find(arguments, project) is { } server)
            {
                Report(server, output);
            }

            return ExitCode.Success;
        });
        return command;
    }

    // The versions are asked for anywhere; only a project that was named has to be there.
    private static ServerProject? Find(ParseResult arguments, Option<string> project)
    {
        try
        {
            return ProjectOption.Locate(arguments, project);
        }
        catch (Exception exception) when (arguments.GetValue(project) is null && ExpectedFailure.Of(exception) is not null)
        {
            return null;
        }
    }

    private static void Report(ServerProject server, CommandOutput output)
    {
        var packages = PodPackage.FindAll(server);
        output.Data["packages"] = new JsonArray([.. packages.Select(static package => new JsonObject { ["name"] = package.Name, ["version"] = package.Version, ["file"] = package.File })]);
        foreach (var package in packages)
        {
            output.Result($"{server.Name}: {package.Name} {package.Version}");
        }

        if (packages.Where(static package => package.Version != GeneratorVersion.Text).Select(static package => $"{package.Name} {package.Version}").Distinct().ToList() is { Count: > 0 } others)
        {
            output.Report(new CommandDiagnostic(
                Id: null, DiagnosticSeverity.Warning, $"this tool is Pod {GeneratorVersion.Text}, but '{server.Name}' pins {string.Join(", ", others)}. Give tool and packages one version, and run 'dotnet tool restore'."));
        }
    }
}
