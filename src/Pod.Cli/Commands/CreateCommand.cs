using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Pod.Cli.Creation;
using Pod.Cli.Output;
using Pod.Cli.Programs;
using Spectre.Console;

namespace Pod.Cli.Commands;

/// <summary><c>dotnet pod create</c>: an application from the template, restored, generated, migrated, built, and under version control.</summary>
internal static class CreateCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("name") { Description = "The application's name, for example Shop or My.Shop.", Arity = ArgumentArity.ZeroOrOne };
        var folder = new Option<string>("--output", "-o") { Description = "The application's folder; by default one of its name." };
        var force = new Option<bool>("--force") { Description = "Creates in a folder that is not empty. Files that exist stay as they are." };
        var noGit = new Option<bool>("--no-git") { Description = "Makes no git repository." };
        var noInteractive = new Option<bool>("--no-interactive") { Description = "Asks nothing: what is not given is as the template has it. So it is without a terminal, and in CI." };
        var choices = new TemplateChoices();
        var command = new Command("create", "Creates an application: server, client, tests, web app, Aspire AppHost.") { name, folder, force, noGit, noInteractive };
        choices.AddTo(command);
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            var form = Interaction.IsPossible && !output.IsJson && !arguments.GetValue(noInteractive) ? new CreationForm(AnsiConsole.Console) : null;
            var application = arguments.GetValue(name)
                ?? (form is not null ? await form.AskNameAsync(cancellationToken) : throw new CliException("The application has no name yet: dotnet pod create Shop"));
            ApplicationName.Require(application);
            var target = new ApplicationFolder(Path.GetFullPath(arguments.GetValue(folder) ?? application));
            if (!target.IsEmpty && !arguments.GetValue(force))
            {
                throw new CliException($"'{target.Path}' is not empty. Choose another folder with --output, or add --force: files that exist stay as they are.", exitCode: ExitCode.Refused);
            }

            IReadOnlyList<string> answers = form is null ? [] : await choices.AskAsync(arguments, form, cancellationToken);
            await CreateFilesAsync(application, target, [.. choices.Given(arguments), .. answers], choices.Feed(arguments), cancellationToken);
            return await FinishAsync(application, target, Steps(application, target, arguments.GetValue(noGit)), output, cancellationToken);
        });
        return command;
    }

    private static async Task CreateFilesAsync(string name, ApplicationFolder target, IReadOnlyList<string> choices, string? feed, CancellationToken cancellationToken)
    {
        var made = Directory.CreateTempSubdirectory("pod-create-");
        try
        {
            await ApplicationTemplate.CreateAsync(name, made.FullName, choices, feed, cancellationToken);
            foreach (var kept in target.Take(made.FullName))
            {
                CommandOutput.Note($"{kept}: exists and was left as it is.");
            }
        }
        finally
        {
            made.Delete(recursive: true);
        }
    }

    private static List<CreationStep> Steps(string name, ApplicationFolder target, bool isWithoutGit)
    {
        var server = $"{name}.Server";
        List<CreationStep> steps =
        [
            CreationStep.OfBuild("Restore packages", "restore"),
            CreationStep.OfPod("Generate code", "generate", "--project", server),
        ];
        if (Directory.Exists(Path.Combine(target.Path, server, "migrations")))
        {
            steps.Add(CreationStep.OfPod("Create the first migration", "create-migration", "--tag", "first", "--project", server));
        }

        steps.Add(CreationStep.OfBuild("Build", "build"));
        if (!isWithoutGit && !target.IsInRepository)
        {
            steps.Add(new CreationStep("Make a git repository", "git init", "git", ["init", "--quiet"]));
        }

        return steps;
    }

    private static async Task<int> FinishAsync(string name, ApplicationFolder target, List<CreationStep> steps, CommandOutput output, CancellationToken cancellationToken)
    {
        output.Data["folder"] = target.Path;
        var done = new JsonArray();
        output.Data["done"] = done;
        for (var index = 0; index < steps.Count; index++)
        {
            var step = steps[index];
            var started = Stopwatch.GetTimestamp();
            var run = await ExternalProgram.TryRunAsync(step.Program, target.Path, step.Arguments, cancellationToken);
            if (run is not { ExitCode: 0 })
            {
                var commands = steps.Skip(index).Select(static left => left.Command).ToList();
                output.Data["left"] = new JsonArray([.. commands]);
                throw new CliException(
                    $"{step.Title}: failed.\n{run?.All ?? $"'{step.Program}' is not installed."}\n\n"
                    + $"The application is in '{target.Path}'. What is left to do there:\n  {string.Join("\n  ", commands)}");
            }

            done.Add(step.Title);
            CommandOutput.Note($"{step.Title}: done in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        }

        output.Result($"{name} is in {target.Path}. Next:");
        output.Result($"  cd {Path.GetRelativePath(Directory.GetCurrentDirectory(), target.Path)}");
        output.Result($"  dotnet run --project {name}.Server");
        return ExitCode.Success;
    }
}
