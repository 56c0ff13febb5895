namespace Pod.Cli.Development.Requests;

/// <summary>What somebody can ask a running loop for: by a key of the terminal screen, or by its word over the socket.</summary>
/// <param name="Word">The word.</param>
/// <param name="Key">The key.</param>
/// <param name="Help">What it does, in a few words.</param>
internal sealed record LoopCommand(string Word, char Key, string Help)
{
    public static readonly LoopCommand Reload = new("reload", 'r', "reload: all steps again");
    public static readonly LoopCommand Restart = new("restart", 'R', "restart the server");
    public static readonly LoopCommand CreateMigration = new("create-migration", 'm', "create and apply a migration");
    public static readonly LoopCommand ForceMigration = new("create-migration-force", 'M', "the same, accepting its warnings");
    public static readonly LoopCommand Repair = new("repair", 'p', "repair a database that differs");
    public static readonly LoopCommand ForceRepair = new("repair-force", 'P', "the same, accepting its warnings");
    public static readonly LoopCommand ApplyMigrations = new("apply", 'a', "apply missing migrations");
    public static readonly LoopCommand Quit = new("quit", 'q', "quit: stops server, apps and database");

    public static IReadOnlyList<LoopCommand> All { get; } = [Reload, Restart, CreateMigration, ForceMigration, Repair, ForceRepair, ApplyMigrations, Quit];

    public static LoopCommand? OfKey(char key) => All.FirstOrDefault(command => command.Key == key);

    public static LoopCommand? OfWord(string word) => All.FirstOrDefault(command => command.Word == word);
}
