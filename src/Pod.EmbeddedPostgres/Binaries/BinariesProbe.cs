using System.Globalization;
using System.Text.RegularExpressions;
using Pod.EmbeddedPostgres.Accounts;
using Pod.EmbeddedPostgres.Processes;

namespace Pod.EmbeddedPostgres.Binaries;

/// <summary>Finds out whether a folder holds a PostgreSQL that works, by asking the programs themselves.</summary>
internal sealed partial class BinariesProbe(TimeProvider time)
{
    private const int OldestSupported = 14;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    /// <returns>The installation, or the reason why there is none.</returns>
    public async Task<(PostgresBinaries? Binaries, string Reason)> TryAsync(string folder, ServerAccount account, CancellationToken cancellationToken)
    {
        var postgres = PostgresBinaries.ProgramIn(folder, "postgres");
        if (!File.Exists(postgres))
        {
            return (null, "no postgres there");
        }

        // A link on PATH leads to the real folder, where initdb and the server's other files are.
        var real = Path.GetDirectoryName(Resolve(postgres))!;
        if (!File.Exists(PostgresBinaries.ProgramIn(real, "initdb")) && File.Exists(PostgresBinaries.ProgramIn(folder, "initdb")))
        {
            real = folder;
        }

        var answers = new List<string>();
        foreach (var program in new[] { "postgres", "initdb" })
        {
            var file = PostgresBinaries.ProgramIn(real, program);
            if (!File.Exists(file))
            {
                return (null, $"postgres leads to '{real}', which has no {program}");
            }

            var (answer, problem) = await AskAsync(file, account, cancellationToken).ConfigureAwait(false);
            if (answer is null)
            {
                return (null, problem);
            }

            answers.Add(answer);
        }

        var match = VersionPattern().Match(answers[0]);
        if (!match.Success)
        {
            return (null, $"'{postgres}' calls itself '{answers[0]}'");
        }

        var major = int.Parse(match.Groups["major"].Value, CultureInfo.InvariantCulture);
        return major < OldestSupported
            ? (null, $"version {match.Value} is older than {OldestSupported}")
            : (new PostgresBinaries(real, match.Value, major), "");
    }

    private async Task<(string? Answer, string Problem)> AskAsync(string program, ServerAccount account, CancellationToken cancellationToken)
    {
        try
        {
            var result = await new Command(program, "--version") { Account = account }.RunAsync(Timeout, time, cancellationToken).ConfigureAwait(false);
            return result.Succeeded
                ? (result.Output.Trim(), "")
                : (null, $"'{program} --version' failed{account.Suffix} with exit code {result.ExitCode}: {result.Text}");
        }
        catch (EmbeddedPostgresException exception)
        {
            return (null, exception.Message);
        }
    }

    private static string Resolve(string file) => File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(file);

    // postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1); also 18beta1, 19devel
    [GeneratedRegex(@"(?<=\(PostgreSQL\) )(?<major>\d+)[.\w]*", RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();
}
