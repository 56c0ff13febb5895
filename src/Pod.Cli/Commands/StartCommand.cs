using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Pod.Cli.Database;
using Pod.Cli.Development;
using Pod.Cli.Development.Instance;
using Pod.Cli.Development.Output;
using Pod.Cli.Development.Screen;
using Pod.Cli.Output;
using Pod.Cli.Projects;

namespace Pod.Cli.Commands;

/// <summary><c>dotnet pod start</c>: the development loop.</summary>
internal static class StartCommand
{
    private const string DefaultIsolation = "isolated";

    public static Command Create()
    {
        var project = ProjectOption.Create();
        var connection = new ConnectionOptions();
        var noWatch = new Option<bool>("--no-watch") { Description = "Runs once; saved files change nothing." };
        var noTui = new Option<bool>("--no-tui") { Description = "Prints lines rather than a screen." };
        var noMigrate = new Option<bool>("--no-migrate") { Description = "Applies no migrations without being asked." };
        var appHost = new Option<bool>("--apphost") { Description = "Runs the Aspire AppHost in place of the server." };
        var isolated = new Option<string?>("--isolated") { Description = "A database, ports and a .pod folder of its own, under this name.", Arity = ArgumentArity.ZeroOrOne };
        var urls = new Option<string>("--urls") { Description = "Where the server listens." };
        var with = new Option<string[]>("--with") { Description = "A command that runs beside the server, for example a web app; repeatable.", AllowMultipleArgumentsPerToken = false };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object a line for each event." };
        var serverArguments = new Argument<string[]>("server arguments") { Description = "Behind '--': arguments of the server.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("start", "Runs database and server, and brings every saved change live.")
        {
            project, noWatch, noTui, noMigrate, appHost, isolated, urls, with, json, serverArguments,
        };
        connection.AddTo(command);
        command.SetAction((arguments, cancellationToken) => CommandActions.RunAsync(
            (_, _, _) =>
            {
                var server = ProjectOption.Locate(arguments, project);
                var isIsolated = arguments.GetResult(isolated) is not null;
                var options = new LoopOptions(
                    isIsolated ? InstanceFolder.Isolated(server, arguments.GetValue(isolated) ?? DefaultIsolation) : new InstanceFolder(server, Name: null),
                    RequireDevelopment(connection.ModeOf(arguments)),
                    isIsolated ? connection.Given(arguments) : connection.Find(arguments, server),
                    arguments.GetValue(urls) ?? (isIsolated ? FreeAddress() : null),
                    AppliesMigrations: !arguments.GetValue(noMigrate),
                    arguments.GetValue(with) ?? [],
                    ServerArguments(arguments, arguments.GetValue(serverArguments) ?? []),
                    arguments.GetValue(appHost) ? FindAppHost(server) : null);
                return new DevelopmentSession(options, !arguments.GetValue(noWatch), TimeProvider.System).RunAsync(
                    inbox => arguments.GetValue(json) ? new JsonLines(Console.Out)
                        : arguments.GetValue(noTui) || !Interaction.IsPossible ? new PlainLines(Console.Out)
                        : new TerminalScreen(server.Name, inbox, TimeProvider.System),
                    cancellationToken);
            },
            arguments,
            new CommandOutput(isJson: false),
            cancellationToken));
        return command;
    }

    private static string RequireDevelopment(string mode) => mode is "Development" or "Test"
        ? mode
        : throw new CliException($"'dotnet pod start' is for Development and Test, not for '{mode}'. Give --mode Development, or unset ASPNETCORE_ENVIRONMENT.");

    // Whatever stands before '--' is meant for this command.
    private static string[] ServerArguments(ParseResult arguments, string[] given)
    {
        var behind = arguments.Tokens.SkipWhile(static token => token.Type != System.CommandLine.Parsing.TokenType.DoubleDash).Skip(1).Count();
        return given.Length <= behind
            ? given
            : throw new CliException($"'{given[0]}' is no argument of this command. Arguments of the server stand behind '--'; 'dotnet pod start --help' lists the rest.");
    }

    // Another program could take the port before the server does; then the server says so.
    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    private static string FindAppHost(ServerProject server)
    {
        var folder = Path.GetDirectoryName(server.Folder)!;
        var found = Directory.EnumerateFiles(folder, "*.AppHost.csproj", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 }).Order(StringComparer.Ordinal).ToList();
        return found switch
        {
            [var only] => only,
            [] => throw new CliException($"There is no '*.AppHost.csproj' below '{folder}'. Leave out --apphost, or add one with 'dotnet new aspire-apphost'."),
            _ => throw new CliException($"Several AppHosts were found; leave out --apphost and run one of them:\n  {string.Join("\n  ", found)}"),
        };
    }
}
