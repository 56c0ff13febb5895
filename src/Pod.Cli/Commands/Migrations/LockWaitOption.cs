using System.CommandLine;

namespace Pod.Cli.Commands.Migrations;

/// <summary>The option <c>--lock-wait</c> of commands that change the database.</summary>
internal static class LockWaitOption
{
    public static Option<int> Create() => new("--lock-wait")
    {
        Description = "How many seconds to wait for another process that is applying migrations.",
        DefaultValueFactory = static _ => 60,
    };

    public static TimeSpan Of(ParseResult arguments, Option<int> option) => arguments.GetValue(option) is >= 0 and var seconds
        ? TimeSpan.FromSeconds(seconds)
        : throw new CliException("--lock-wait takes a number of seconds from 0.");
}
