using System.Globalization;
using System.Text.RegularExpressions;
using Pod.Cli.Output;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Development.Steps;

/// <summary>Errors and warnings in what a build prints, each once.</summary>
internal sealed partial class BuildFindings
{
    private readonly List<CommandDiagnostic> _findings = [];
    private readonly List<string> _others = [];

    public int Errors => _findings.Count(static finding => finding.Severity == DiagnosticSeverity.Error);

    public void Read(string line)
    {
        var match = Finding().Match(line);
        if (!match.Success)
        {
            _others.Add(line);
            return;
        }

        var finding = new CommandDiagnostic(
            match.Groups["id"].Value,
            match.Groups["severity"].Value == "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            match.Groups["message"].Value,
            match.Groups["file"] is { Success: true, Value: var file } ? file : null,
            Number(match.Groups["line"]),
            Number(match.Groups["column"]));
        if (!_findings.Contains(finding))
        {
            _findings.Add(finding);
        }
    }

    /// <summary>Gives the findings; of a build that failed without any, what it printed.</summary>
    public IReadOnlyList<CommandDiagnostic> All(bool isBuilt)
    {
        if (!isBuilt && Errors == 0)
        {
            _findings.Add(new CommandDiagnostic(Id: null, DiagnosticSeverity.Error, string.Join('\n', _others).Trim()));
        }

        return _findings;
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    // path(line,column): error ID: message [project], or: CSC : error ID: message [project]
    [GeneratedRegex(@"^\s*(?:(?<file>[^(]+)\((?<line>\d+),(?<column>\d+)[^)]*\)|[^:]*[^: ]) ?: (?<severity>error|warning) (?<id>[A-Z]+\d+) ?: (?<message>.*?)(?: \[[^\]]*\])?$")]
    private static partial Regex Finding();
}
